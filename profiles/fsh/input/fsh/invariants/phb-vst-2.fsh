Invariant: phb-vst-2
Description: "Give the time spent in minutes or hours (UCUM: min or h), zero or more."
* severity = #error
* expression = "length.empty() or (length.system = 'http://unitsofmeasure.org' and length.code in ('min' | 'h') and length.value >= 0)"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Geef de bestede tijd in minuten of uren (UCUM: min of h), nul of meer."
