Invariant: phb-fin-4
Description: "Answer advice with a code of its list, and a factor with a code or in words."
* severity = #error
* expression = "item.where(linkId = 'advice').answer.all(value.ofType(Coding).exists()) and item.item.where(linkId.endsWith('.factor')).answer.all(value.ofType(Coding).exists() or value.ofType(string).exists())"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Beantwoord advies met een code uit de lijst, en een factor met een code of in woorden."
