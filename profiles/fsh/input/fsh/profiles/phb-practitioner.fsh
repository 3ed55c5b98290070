Profile: PhbPractitioner
Parent: Practitioner
Id: phb-practitioner
Title: "Professional"
Description: "A professional: work data only."
* name 1..*
* gender 0..0
* birthDate 0..0
* address 0..0
* photo 0..0
