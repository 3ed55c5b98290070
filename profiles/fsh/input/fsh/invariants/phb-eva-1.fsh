Invariant: phb-eva-1
Description: "Name the questionnaire http://ooievaar.example/fhir/Questionnaire/phb-evaluation, with or without its version."
* severity = #error
* expression = "questionnaire.empty() or questionnaire = 'http://ooievaar.example/fhir/Questionnaire/phb-evaluation' or questionnaire.startsWith('http://ooievaar.example/fhir/Questionnaire/phb-evaluation|')"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Noem de vragenlijst http://ooievaar.example/fhir/Questionnaire/phb-evaluation, met of zonder versie."
