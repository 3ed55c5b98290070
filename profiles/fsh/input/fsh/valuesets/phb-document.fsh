ValueSet: PhbDocumentVS
Id: phb-document
Title: "Soort document"
Description: "Kinds of documents."
* insert TitleEn([["Kind of document"]])
* insert DescriptionNl([["Soorten documenten."]])
* include codes from system PhbDocumentCS
