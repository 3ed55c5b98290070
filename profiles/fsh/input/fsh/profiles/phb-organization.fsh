Profile: PhbOrganization
Parent: Organization
Id: phb-organization
Title: "Organisatie"
Description: "A party that takes part, in care or not."
* insert TitleEn([["Organisation"]])
* insert DescriptionNl([["Een partij die meedoet, in de zorg of daarbuiten."]])
* obeys phb-org-1
* identifier 1..*
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains ura 0..1 and kvk 0..1
* identifier[ura].system 1..1
* identifier[ura].system = $ura
* identifier[ura].value 1..1
* identifier[kvk].system 1..1
* identifier[kvk].system = $kvk
* identifier[kvk].value 1..1
* name 1..1
