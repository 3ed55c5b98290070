Invariant: phb-ref-2
Description: "Route contact-details passes on contact details only: leave out reasonCode, reasonReference, note, text, the phase and any supportingInfo that is not a Consent."
* severity = #error
* expression = "category.coding.where(system = 'http://ooievaar.example/fhir/CodeSystem/phb-route' and code = 'contact-details').empty() or (reasonCode.empty() and reasonReference.empty() and note.empty() and text.empty() and contained.empty() and bodySite.empty() and orderDetail.empty() and patientInstruction.empty() and encounter.empty() and relevantHistory.empty() and extension.where(url = 'http://ooievaar.example/fhir/StructureDefinition/phb-phase').empty() and supportingInfo.all(type = 'Consent' or reference.matches('^(.*/)?Consent[/?].+$')))"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Route contact-details geeft alleen contactgegevens door: laat reasonCode, reasonReference, note, text, de fase en elke supportingInfo die geen Consent is weg."
