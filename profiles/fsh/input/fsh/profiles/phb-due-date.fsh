Profile: PhbDueDate
Parent: Observation
Id: phb-due-date
Title: "Uitgerekende datum"
Description: "Estimated date of delivery. Code as in nl-core."
* insert TitleEn([["Due date"]])
* insert DescriptionNl([["De uitgerekende datum. Code als in nl-core."]])
* code = $sct#161714006
* subject 1..1
* subject only Reference(Patient)
* value[x] 1..1
* value[x] only dateTime
