Profile: PhbProtectiveFactor
Parent: Observation
Id: phb-protective-factor
Title: "Beschermende factor"
Description: "A protective factor in the situation of the family (guideline 5.2.2)."
* insert TitleEn([["Protective factor"]])
* insert DescriptionNl([["Een beschermende factor in de situatie van het gezin (handreiking 5.2.2)."]])
* obeys phb-fac-1
* code = PhbObservationCS#protective-factor
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from PhbProtectiveFactorVS (required)
* valueCodeableConcept.coding 1..*
* category 0..*
* subject 1..1
* subject only Reference(Patient)
* effective[x] 1..1
* effective[x] only dateTime
* method from PhbInstrumentVS (extensible)
