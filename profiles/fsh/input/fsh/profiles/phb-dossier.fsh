Profile: PhbDossier
Parent: Bundle
Id: phb-dossier
Title: "Dossier van het prenataal huisbezoek"
Description: "The portable record of a prenatal home visit as one document: for the parent dossier, and for her (guideline 8.2 and 8.3)."
* insert TitleEn([["Dossier of the prenatal home visit"]])
* insert DescriptionNl([["Het overdraagbare dossier van een prenataal huisbezoek als één document: voor het ouderdossier en voor haar (handreiking 8.2 en 8.3)."]])
* obeys phb-dos-1
* type = #document
