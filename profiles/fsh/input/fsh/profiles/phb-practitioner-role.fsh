Profile: PhbPractitionerRole
Parent: PractitionerRole
Id: phb-practitioner-role
Title: "Rol van een professional"
Description: "A professional at work for an organisation."
* insert TitleEn([["Role of a professional"]])
* insert DescriptionNl([["Een professional aan het werk voor een organisatie."]])
* organization 1..1
