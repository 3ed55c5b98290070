Profile: PhbGravidity
Parent: Observation
Id: phb-gravidity
Title: "Graviditeit"
Description: "Number of pregnancies. Code as in nl-core."
* insert TitleEn([["Gravidity"]])
* insert DescriptionNl([["Aantal zwangerschappen. Code als in nl-core."]])
* code = $sct#161732006
* subject 1..1
* subject only Reference(Patient)
* value[x] 1..1
* value[x] only integer
