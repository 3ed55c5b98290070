Invariant: phb-fam-1
Description: "Name the questionnaire http://ooievaar.example/fhir/Questionnaire/phb-family-profile, with or without its version."
* severity = #error
* expression = "questionnaire.empty() or questionnaire = 'http://ooievaar.example/fhir/Questionnaire/phb-family-profile' or questionnaire.startsWith('http://ooievaar.example/fhir/Questionnaire/phb-family-profile|')"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Noem de vragenlijst http://ooievaar.example/fhir/Questionnaire/phb-family-profile, met of zonder versie."
