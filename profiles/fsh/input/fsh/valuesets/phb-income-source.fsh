ValueSet: PhbIncomeSourceVS
Id: phb-income-source
Title: "Bron van inkomen"
Description: "What the household lives on."
* include codes from system PhbIncomeSourceCS
