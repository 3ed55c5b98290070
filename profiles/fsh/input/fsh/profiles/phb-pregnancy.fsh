Profile: PhbPregnancy
Parent: Observation
Id: phb-pregnancy
Title: "Zwangerschap"
Description: "The pregnancy; its members carry dates and numbers. Code as in nl-core."
* insert TitleEn([["Pregnancy"]])
* insert DescriptionNl([["De zwangerschap; haar onderdelen dragen datums en aantallen. Code als in nl-core."]])
* code = $sct#118185001
* subject 1..1
* subject only Reference(Patient)
* value[x] only CodeableConcept
* effective[x] 0..1
* hasMember only Reference(Observation)
