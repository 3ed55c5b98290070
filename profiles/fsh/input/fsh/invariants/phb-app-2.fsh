Invariant: phb-app-2
Description: "Say when the visit starts, unless it is only proposed, waiting or cancelled."
* severity = #error
* expression = "start.exists() or status in ('proposed' | 'pending' | 'waitlist' | 'cancelled' | 'entered-in-error')"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Geef aan wanneer het bezoek begint, tenzij het alleen voorgesteld, in afwachting of afgezegd is."
