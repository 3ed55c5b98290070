Invariant: phb-fin-1
Description: "A score runs from 1 to 10: give a whole number in that range or leave the score out."
* severity = #error
* expression = "item.item.where(linkId.endsWith('.score')).answer.value.ofType(integer).all($this >= 1 and $this <= 10)"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Een cijfer loopt van 1 tot en met 10: geef een heel getal in dat bereik of laat het cijfer weg."
