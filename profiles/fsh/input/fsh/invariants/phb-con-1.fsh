Invariant: phb-con-1
Description: "A consent is active or inactive: use inactive to withdraw it."
* severity = #error
* expression = "status = 'active' or status = 'inactive'"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Een toestemming is active of inactive: gebruik inactive om haar in te trekken."
