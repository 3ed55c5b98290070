Invariant: phb-fam-2
Description: "Answer partner with a code of its list, and household, housing and income-source with a code of their list or in words."
* severity = #error
* expression = "item.where(linkId = 'partner').answer.all(value.ofType(Coding).exists()) and item.where(linkId in ('household' | 'housing' | 'income-source')).answer.all(value.ofType(Coding).exists() or value.ofType(string).exists())"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Beantwoord partner met een code uit de lijst, en household, housing en income-source met een code uit hun lijst of in woorden."
