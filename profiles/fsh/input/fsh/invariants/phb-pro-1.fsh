Invariant: phb-pro-1
Description: "Point to the consent with a literal reference (Consent/…): this profile tells who recorded a consent."
* severity = #error
* expression = "reference.exists() and (reference.startsWith('urn:uuid:') or reference.matches('^(.*/)?Consent[/?].+$'))"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Verwijs letterlijk naar de toestemming (Consent/…): dit profiel vertelt wie een toestemming vastlegde."
