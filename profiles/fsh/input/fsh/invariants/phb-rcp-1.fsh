Invariant: phb-rcp-1
Description: "Name the recipient by the business identifier of a service (system http://ooievaar.example/fhir/NamingSystem/service) or by a role (system http://ooievaar.example/fhir/CodeSystem/phb-care-role), and without a literal reference."
* severity = #error
* expression = "reference.empty() and identifier.where((system = 'http://ooievaar.example/fhir/NamingSystem/service' or system = 'http://ooievaar.example/fhir/CodeSystem/phb-care-role') and value.exists()).exists()"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Noem de ontvanger bij de zakelijke identificatie van een dienst (systeem http://ooievaar.example/fhir/NamingSystem/service) of bij een rol (systeem http://ooievaar.example/fhir/CodeSystem/phb-care-role), en zonder letterlijke verwijzing."
