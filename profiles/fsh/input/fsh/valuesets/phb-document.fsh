ValueSet: PhbDocumentVS
Id: phb-document
Title: "Soort document"
Description: "Kinds of documents."
* include codes from system PhbDocumentCS
