Profile: PhbDossier
Parent: Bundle
Id: phb-dossier
Title: "Dossier van het prenataal huisbezoek"
Description: "The portable record of a prenatal home visit as one document: for the parent dossier, and for her (guideline 8.2 and 8.3)."
* obeys phb-dos-1
* identifier 1..1
* identifier.system 1..1
* identifier.value 1..1
* type = #document
* timestamp 1..1
* entry 1..*
* entry.fullUrl 1..1
* entry.resource 1..1
