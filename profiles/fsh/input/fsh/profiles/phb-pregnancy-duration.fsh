Profile: PhbPregnancyDuration
Parent: Observation
Id: phb-pregnancy-duration
Title: "Zwangerschapsduur"
Description: "Duration of the pregnancy at a moment. Code as in nl-core."
* insert TitleEn([["Duration of the pregnancy"]])
* insert DescriptionNl([["Duur van de zwangerschap op een moment. Code als in nl-core."]])
* code = $sct#57036006
* subject 1..1
* subject only Reference(Patient)
* value[x] 1..1
* value[x] only Quantity
