Profile: PhbDossierComposition
Parent: Composition
Id: phb-dossier-composition
Title: "Inhoud van het dossier"
Description: "The table of contents of the record of a prenatal home visit, in the main items of the guideline (8.3)."
* insert TitleEn([["Contents of the dossier"]])
* insert DescriptionNl([["De inhoudsopgave van het dossier van een prenataal huisbezoek, in de hoofditems van de handreiking (8.3)."]])
* identifier 1..1
* type = PhbDocumentCS#parent-dossier
* subject 1..1
* subject only Reference(Patient)
* custodian 1..1
* section 1..*
* section.code 1..1
* section.code from PhbDossierSectionVS (required)
* section.code.coding 1..*
* section.title 1..1
