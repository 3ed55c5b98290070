Profile: PhbParity
Parent: Observation
Id: phb-parity
Title: "Pariteit"
Description: "Number of births. Code as in nl-core."
* insert TitleEn([["Parity"]])
* insert DescriptionNl([["Aantal bevallingen. Code als in nl-core."]])
* code = $sct#364325004
* subject 1..1
* subject only Reference(Patient)
* value[x] 1..1
* value[x] only integer
