ValueSet: PhbHouseholdVS
Id: phb-household
Title: "Met wie zij woont"
Description: "With whom she lives."
* include codes from system PhbHouseholdCS
