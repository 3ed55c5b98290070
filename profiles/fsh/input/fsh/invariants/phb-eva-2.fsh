Invariant: phb-eva-2
Description: "Answer the moment of the evaluation with a code of its list."
* severity = #error
* expression = "item.where(linkId = 'moment').answer.all(value.ofType(Coding).exists())"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Beantwoord het moment van de evaluatie met een code uit de lijst."
