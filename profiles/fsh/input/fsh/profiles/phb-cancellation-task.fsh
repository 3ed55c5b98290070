Profile: PhbCancellationTask
Parent: Task
Id: phb-cancellation-task
Title: "Verzoek om te stoppen"
Description: "Once the work has begun, the requester asks by this task that it stops; the desk completes it, and both tasks end, or rejects it."
* insert TitleEn([["Request to stop"]])
* insert DescriptionNl([["Als het werk begonnen is, vraagt de aanvrager met deze taak om te stoppen; het aanmeldpunt voltooit haar, en beide taken eindigen, of wijst haar af."]])
* intent = #order
* businessStatus 0..0
* statusReason 0..0
* output 0..0
* focus 1..1
* focus only Reference(Task)
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
* code.coding[kind] = PhbTaskCodeCS#cancellation
