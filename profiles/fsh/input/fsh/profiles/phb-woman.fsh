Profile: PhbWoman
Parent: Patient
Id: phb-woman
Title: "Zwangere"
Description: "The pregnant woman as the parties of the visit know her."
* insert TitleEn([["Pregnant woman"]])
* insert DescriptionNl([["De zwangere zoals de partijen van het bezoek haar kennen."]])
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains bsn 0..1
* identifier[bsn].system 1..1
* identifier[bsn].system = $bsn
* identifier[bsn].value 1..1
* identifier[bsn] obeys phb-bsn-1
* extension contains PhbSafeContact named safeContact 0..1 and PhbMunicipality named municipality 0..1 and PhbDecidesAlone named decidesAlone 0..1 and $interpreter named interpreterRequired 0..1
* name 1..*
* address obeys phb-adr-1
