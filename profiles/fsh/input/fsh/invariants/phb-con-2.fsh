Invariant: phb-con-2
Description: "Name the data of a consent by exactly that resource (instance) or by what refers to it (dependents)."
* severity = #error
* expression = "meaning = 'instance' or meaning = 'dependents'"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Noem de gegevens van een toestemming als precies dat gegeven (instance) of als wat ernaar verwijst (dependents)."
