ValueSet: PhbDataClassVS
Id: phb-data-class
Title: "Gegevensklasse"
Description: "Classes of data that a consent can open or close."
* include codes from system PhbDataClassCS
