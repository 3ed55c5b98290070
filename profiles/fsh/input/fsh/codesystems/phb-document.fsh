CodeSystem: PhbDocumentCS
Id: phb-document
Title: "Soort document"
Description: "Kinds of documents."
* insert TitleEn([["Kind of document"]])
* insert DescriptionNl([["Soorten documenten."]])
* ^caseSensitive = true
* ^content = #complete
* #parent-dossier "Record of the prenatal home visit, for the parent dossier"
* #parent-dossier ^designation[0].language = #nl
* #parent-dossier ^designation[0].value = "dossier van het prenataal huisbezoek, voor het ouderdossier"
* #feedback "Feedback"
* #feedback ^designation[0].language = #nl
* #feedback ^designation[0].value = "terugkoppeling"
* #child-dossier-items "Items chosen for the child dossier"
* #child-dossier-items ^designation[0].language = #nl
* #child-dossier-items ^designation[0].value = "gegevens die voor het kinddossier zijn gekozen"
