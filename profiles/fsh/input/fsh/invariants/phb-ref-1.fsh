Invariant: phb-ref-1
Description: "Say why the visit is asked for: add a reasonCode, a reasonReference or a note."
* severity = #error
* expression = "category.coding.where(system = 'http://ooievaar.example/fhir/CodeSystem/phb-route' and code = 'contact-details').exists() or reasonCode.exists() or reasonReference.exists() or note.exists()"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Zeg waarom het huisbezoek wordt gevraagd: voeg een reasonCode, een reasonReference of een note toe."
