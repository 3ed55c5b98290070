Profile: PhbLastMenstruation
Parent: Observation
Id: phb-last-menstruation
Title: "Datum laatste menstruatie"
Description: "Date of the last menstruation. Code as in nl-core."
* insert TitleEn([["Date of the last menstruation"]])
* insert DescriptionNl([["Datum van de laatste menstruatie. Code als in nl-core."]])
* code = $sct#21840007
* subject 1..1
* subject only Reference(Patient)
* value[x] 1..1
* value[x] only dateTime
