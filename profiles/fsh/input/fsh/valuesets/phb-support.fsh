ValueSet: PhbSupportVS
Id: phb-support
Title: "Advies en ondersteuning"
Description: "Kinds of advice and support (guideline chapter 6, step 3)."
* include codes from system PhbSupportCS
