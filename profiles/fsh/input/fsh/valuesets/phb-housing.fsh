ValueSet: PhbHousingVS
Id: phb-housing
Title: "Woonsituatie"
Description: "How she lives."
* include codes from system PhbHousingCS
