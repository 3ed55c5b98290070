Invariant: phb-emn-1
Description: "Telling her can be put off only with a reason (statusReason.text) and a moment until when (restriction.period.end)."
* severity = #error
* expression = "status != 'on-hold' or (statusReason.text.exists() and restriction.period.end.exists())"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Het haar vertellen kan alleen worden uitgesteld met een reden (statusReason.text) en een moment tot wanneer (restriction.period.end)."
