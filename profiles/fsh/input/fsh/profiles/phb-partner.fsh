Profile: PhbPartner
Parent: Patient
Id: phb-partner
Title: "Partner"
Description: "A partner or second parent as a person of whom a record is kept himself: what he tells about himself stands in his own file (guideline 8.3)."
* insert TitleEn([["Partner"]])
* insert DescriptionNl([["Een partner of tweede ouder als persoon van wie zelf een dossier is: wat hij over zichzelf vertelt staat in zijn eigen dossier (handreiking 8.3)."]])
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains bsn 0..1
* identifier[bsn].system 1..1
* identifier[bsn].system = $bsn
* identifier[bsn].value 1..1
* identifier[bsn] obeys phb-bsn-1
* name 1..*
* address obeys phb-adr-1
