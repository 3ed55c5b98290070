Invariant: phb-team-1
Description: "Give the lead to one participant at most."
* severity = #error
* expression = "participant.where(role.coding.where(system = 'http://ooievaar.example/fhir/CodeSystem/phb-care-role' and code = 'lead').exists()).count() <= 1"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Geef de casusregie aan hooguit één deelnemer."
