Profile: PhbChild
Parent: Patient
Id: phb-child
Title: "Kind"
Description: "The child after birth; before birth there is no Patient for a child."
* insert TitleEn([["Child"]])
* insert DescriptionNl([["Het kind na de geboorte; vóór de geboorte is er geen Patient voor een kind."]])
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains bsn 0..1
* identifier[bsn].system 1..1
* identifier[bsn].system = $bsn
* identifier[bsn].value 1..1
* identifier[bsn] obeys phb-bsn-1
* birthDate 1..1
* address obeys phb-adr-1
