Invariant: phb-fin-2
Description: "A theme that was not discussed has no score, experience, view or factor: leave those out, or remove the answer not-discussed."
* severity = #error
* expression = "item.where(item.where(linkId.endsWith('.not-discussed')).answer.value.ofType(boolean).anyTrue()).all(item.where(linkId.endsWith('.not-discussed').not()).empty())"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Een niet besproken thema heeft geen cijfer, beleving, beeld of factor: laat die weg, of verwijder het antwoord niet besproken."
