Invariant: phb-svc-1
Description: "Point to the service with a literal reference (HealthcareService/…), because access belongs to an organisation and its service."
* severity = #error
* expression = "reference.exists() and (reference.startsWith('urn:uuid:') or reference.matches('^(.*/)?HealthcareService[/?].+$'))"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Verwijs letterlijk naar de dienst (HealthcareService/…), want toegang hoort bij een organisatie en haar dienst."
