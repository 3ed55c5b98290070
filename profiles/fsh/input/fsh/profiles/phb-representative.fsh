Profile: PhbRepresentative
Parent: RelatedPerson
Id: phb-representative
Title: "Vertegenwoordiger"
Description: "Somebody who represents the woman or child, with ground, proof and period. With a BSN he can sign in and see what the patient may see, while it lasts."
* insert TitleEn([["Representative"]])
* insert DescriptionNl([["Iemand die de zwangere of het kind vertegenwoordigt, met grond, bewijs en periode. Met een BSN kan hij inloggen en zien wat de patiënt mag zien, zolang het duurt."]])
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains bsn 0..1
* identifier[bsn].system 1..1
* identifier[bsn].system = $bsn
* identifier[bsn].value 1..1
* identifier[bsn] obeys phb-bsn-1
* extension contains PhbRepresentation named ground 1..1 and PhbRepresentationProof named proof 1..1
* relationship 1..*
* address obeys phb-adr-1
* period 1..1
* period.start 1..1
