ValueSet: PhbPurposeVS
Id: phb-purpose
Title: "Doel van toestemming"
Description: "Purposes for which a woman can give or refuse consent (guideline 8.2 and steps 2 and 5)."
* include codes from system PhbPurposeCS
