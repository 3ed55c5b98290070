Invariant: phb-vst-1
Description: "Say when a finished contact ended."
* severity = #error
* expression = "status = 'finished' implies period.end.exists()"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Geef aan wanneer een afgerond contact eindigde."
