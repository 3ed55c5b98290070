ValueSet: PhbContactFormVS
Id: phb-contact-form
Title: "Vorm van het contact"
Description: "Where or how the contact takes place (guideline chapter 6, step 3)."
* include codes from system PhbContactFormCS
