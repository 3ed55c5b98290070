ValueSet: PhbDossierSectionVS
Id: phb-dossier-section
Title: "Onderdeel van het dossier"
Description: "Main items of the record of a prenatal home visit (guideline 8.3)."
* insert TitleEn([["Part of the dossier"]])
* insert DescriptionNl([["Hoofditems van het dossier van een prenataal huisbezoek (handreiking 8.3)."]])
* include codes from system PhbDossierSectionCS
