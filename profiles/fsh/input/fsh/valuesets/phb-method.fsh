ValueSet: PhbMethodVS
Id: phb-method
Title: "Methodiek"
Description: "Validated methods of exploring the situation (guideline chapter 6, step 3)."
* include codes from system PhbMethodCS
