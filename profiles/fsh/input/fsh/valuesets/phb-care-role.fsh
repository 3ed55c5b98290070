ValueSet: PhbCareRoleVS
Id: phb-care-role
Title: "Rol rond het gezin"
Description: "What somebody does around the family (guideline chapter 6, steps 4 and 5)."
* insert TitleEn([["Role around the family"]])
* insert DescriptionNl([["Wat iemand om het gezin heen doet (handreiking hoofdstuk 6, stap 4 en 5)."]])
* include codes from system PhbCareRoleCS
