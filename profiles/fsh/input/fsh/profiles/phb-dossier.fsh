Profile: PhbDossier
Parent: Bundle
Id: phb-dossier
Title: "Dossier van het prenataal huisbezoek"
Description: "The portable record of a prenatal home visit as one document: for the parent dossier, and for her (guideline 8.2 and 8.3)."
* obeys phb-dos-1
* type = #document
