ValueSet: PhbIncomeSourceVS
Id: phb-income-source
Title: "Bron van inkomen"
Description: "What the household lives on."
* insert TitleEn([["Source of income"]])
* insert DescriptionNl([["Waar het huishouden van leeft."]])
* include codes from system PhbIncomeSourceCS
