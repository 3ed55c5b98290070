Profile: PhbWorkTask
Parent: Task
Id: phb-work-task
Title: "Werktaak binnen de JGZ"
Description: "The work inside the JGZ: progress, nurse and outcome."
* insert TitleEn([["Work task inside the JGZ"]])
* insert DescriptionNl([["Het werk binnen de JGZ: voortgang, verpleegkundige en uitkomst."]])
* extension contains PhbNurse named nurse 0..1 and PhbBackUp named backUp 0..*
* intent = #order
* businessStatus 1..1
* businessStatus from PhbBusinessStatusVS (required)
* businessStatus.coding 1..*
* statusReason from PhbWorkTaskReasonVS (required)
* statusReason.coding 1..*
* basedOn only Reference(ServiceRequest)
* for 1..1
* for only Reference(Patient)
* authoredOn 1..1
* code 1..1
* code.coding ^slicing.discriminator.type = #pattern
* code.coding ^slicing.discriminator.path = "$this"
* code.coding ^slicing.rules = #open
* code.coding contains kind 1..1
* code.coding[kind] = PhbTaskCodeCS#work
