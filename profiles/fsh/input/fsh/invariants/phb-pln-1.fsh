Invariant: phb-pln-1
Description: "Say in text which waiting list it is."
* severity = #error
* expression = "coding.where(system = 'http://ooievaar.example/fhir/CodeSystem/phb-activity-reason' and code = 'waiting-list').exists() implies text.exists()"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Noem in tekst welke wachtlijst het is."
