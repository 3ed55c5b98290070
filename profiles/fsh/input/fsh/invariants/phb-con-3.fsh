Invariant: phb-con-3
Description: "An incapacity is recorded only where somebody else gave the consent: say RelatedPerson as the type of performer."
* severity = #error
* expression = "extension.where(url = 'http://ooievaar.example/fhir/StructureDefinition/phb-incapacity').empty() or performer.where(type = 'RelatedPerson' or reference.matches('^(.*/)?RelatedPerson/.+$')).exists()"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Een wilsonbekwaamheid staat er alleen als een ander de toestemming gaf: noem RelatedPerson als type van performer."
