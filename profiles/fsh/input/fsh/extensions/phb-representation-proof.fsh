Extension: PhbRepresentationProof
Id: phb-representation-proof
Title: "Bewijs van vertegenwoordiging"
Description: "Which proof of the representation was seen, and when."
* insert TitleEn([["Proof of representation"]])
* insert DescriptionNl([["Welk bewijs van de vertegenwoordiging is gezien, en wanneer."]])
* ^context[0].type = #element
* ^context[0].expression = "RelatedPerson"
* value[x] only string
* value[x] 1..1
