Extension: PhbSignaller
Id: phb-signaller
Title: "Signaleerder"
Description: "Who signalled, in the role in which he or she did (guideline 4.1); the requester of the referral tells who sent it."
* insert TitleEn([["Who signalled"]])
* insert DescriptionNl([["Wie signaleerde, in de rol waarin dat gebeurde (handreiking 4.1); wie de aanmelding stuurde staat bij de aanvrager."]])
* ^context[0].type = #element
* ^context[0].expression = "ServiceRequest"
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from PhbSignallerVS (required)
* valueCodeableConcept.coding 1..*
