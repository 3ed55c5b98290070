Profile: PhbRiskFactor
Parent: Observation
Id: phb-risk-factor
Title: "Risicofactor"
Description: "A risk factor in the situation of the family (guideline 5.2.1)."
* insert TitleEn([["Risk factor"]])
* insert DescriptionNl([["Een risicofactor in de situatie van het gezin (handreiking 5.2.1)."]])
* obeys phb-fac-1
* code = PhbObservationCS#risk-factor
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from PhbRiskFactorVS (required)
* valueCodeableConcept.coding 1..*
* category 0..*
* subject 1..1
* subject only Reference(Patient)
* effective[x] 1..1
* effective[x] only dateTime
* method from PhbInstrumentVS (extensible)
