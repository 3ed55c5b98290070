ValueSet: PhbHousingVS
Id: phb-housing
Title: "Woonsituatie"
Description: "How she lives."
* insert TitleEn([["Housing"]])
* insert DescriptionNl([["Hoe zij woont."]])
* include codes from system PhbHousingCS
