Extension: PhbContactMethod
Id: phb-contact-method
Title: "Methodiek"
Description: "Method used in the contact (guideline chapter 6, step 3)."
* insert TitleEn([["Method"]])
* insert DescriptionNl([["Methodiek die bij het contact is gebruikt (handreiking hoofdstuk 6, stap 3)."]])
* ^context[0].type = #element
* ^context[0].expression = "Encounter"
* value[x] only code
* value[x] 1..1
* value[x] from PhbMethodVS (required)
