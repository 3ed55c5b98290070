Profile: PhbPractitioner
Parent: Practitioner
Id: phb-practitioner
Title: "Professional"
Description: "A professional: work data only."
* insert TitleEn([["Professional"]])
* insert DescriptionNl([["Een professional: alleen gegevens over het werk."]])
* name 1..*
* gender 0..0
* birthDate 0..0
* address 0..0
* photo 0..0
