ValueSet: PhbContactFormVS
Id: phb-contact-form
Title: "Vorm van het contact"
Description: "Where or how the contact takes place (guideline chapter 6, step 3)."
* insert TitleEn([["Form of the contact"]])
* insert DescriptionNl([["Waar of hoe het contact is (handreiking hoofdstuk 6, stap 3; telefonisch als in BDS-element 1577)."]])
* include codes from system PhbContactFormCS
