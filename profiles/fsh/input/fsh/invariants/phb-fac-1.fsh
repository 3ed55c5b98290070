Invariant: phb-fac-1
Description: "Say which other factor is meant: add a text to the value or a note."
* severity = #error
* expression = "value.ofType(CodeableConcept).coding.where(code = 'other').empty() or value.ofType(CodeableConcept).text.exists() or note.exists()"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Zeg welke andere factor bedoeld is: voeg een text aan de waarde of een note toe."
