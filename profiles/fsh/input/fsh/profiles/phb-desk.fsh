Profile: PhbDesk
Parent: HealthcareService
Id: phb-desk
Title: "Aanmeldpunt"
Description: "A service of an organisation: the unit that receives referrals and has access."
* insert TitleEn([["Desk"]])
* insert DescriptionNl([["Een dienst van een organisatie: de eenheid die aanmeldingen ontvangt en toegang heeft."]])
* identifier 1..*
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains service 1..1
* identifier[service].system 1..1
* identifier[service].system = $service
* identifier[service].value 1..1
* providedBy 1..1
* name 1..1
* coverageArea.extension contains PhbCoveragePeriod named period 0..1
