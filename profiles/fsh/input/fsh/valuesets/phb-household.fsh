ValueSet: PhbHouseholdVS
Id: phb-household
Title: "Met wie zij woont"
Description: "With whom she lives."
* insert TitleEn([["With whom she lives"]])
* insert DescriptionNl([["Met wie zij woont."]])
* include codes from system PhbHouseholdCS
