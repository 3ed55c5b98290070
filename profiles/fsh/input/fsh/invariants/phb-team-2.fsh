Invariant: phb-team-2
Description: "Say in text which role it is when the code is other."
* severity = #error
* expression = "coding.where(system = 'http://ooievaar.example/fhir/CodeSystem/phb-care-role' and code = 'other').exists() implies text.exists()"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Noem de rol in tekst wanneer de code anders is."
