Profile: PhbReferralTask
Parent: Task
Id: phb-referral-task
Title: "Taak van de aanmelding"
Description: "The loop towards the requester: the coarse state of a referral."
* insert TitleEn([["Task of the referral"]])
* insert DescriptionNl([["De lus naar de aanvrager: de grove stand van een aanmelding."]])
* intent = #order
* businessStatus 0..0
* obeys phb-rft-1
* statusReason from PhbRejectionReasonVS (required)
* statusReason.coding 1..1
* statusReason.text 0..0
* output 0..0
* focus 1..1
* focus only Reference(ServiceRequest)
* for 1..1
* for only Reference(Patient)
* authoredOn 1..1
* requester 1..1
* owner 1..1
* owner only Reference(HealthcareService)
* owner obeys phb-svc-1
* code 1..1
* code.coding ^slicing.discriminator.type = #pattern
* code.coding ^slicing.discriminator.path = "$this"
* code.coding ^slicing.rules = #open
* code.coding contains kind 1..1
* code.coding[kind] = PhbTaskCodeCS#referral
