Profile: PhbPractitionerRole
Parent: PractitionerRole
Id: phb-practitioner-role
Title: "Rol van een professional"
Description: "A professional at work for an organisation."
* organization 1..1
