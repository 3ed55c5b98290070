Invariant: phb-svc-2
Description: "Name the service by its business identifier (system http://ooievaar.example/fhir/NamingSystem/service) and without a literal reference, because access belongs to an organisation and its service."
* severity = #error
* expression = "reference.empty() and identifier.where(system = 'http://ooievaar.example/fhir/NamingSystem/service' and value.exists()).exists()"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Noem de dienst bij haar zakelijke identificatie (systeem http://ooievaar.example/fhir/NamingSystem/service) en zonder letterlijke verwijzing, want toegang hoort bij een organisatie en haar dienst."
