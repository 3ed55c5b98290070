Instance: phb-everything
InstanceOf: OperationDefinition
Usage: #definition
Title: "Alles over deze persoon"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-everything"
* version = "0.1.0"
* name = "PhbEverything"
* title = "Alles over deze persoon"
* status = #active
* publisher = "Ooievaar"
* description = "Everything of one person that the caller may see now: what she agreed to, and what the caller keeps himself. What is left out cannot be told from what is not there."
* kind = #operation
* date = "2026-11-23"
* affectsState = false
* code = #everything
* base = "http://hl7.org/fhir/OperationDefinition/Patient-everything"
* resource[0] = #Patient
* system = false
* type = false
* instance = true
* parameter[0].name = #return
* parameter[0].use = #out
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "A searchset, in pages."
* parameter[0].type = #Bundle
* insert InstanceTitleEn([["Everything about this person"]])
* insert InstanceDescriptionNl([["Alles over één persoon wat de vrager nu mag zien: waarmee zij instemde, en wat hij zelf bijhoudt. Wat ontbreekt is niet te onderscheiden van wat er niet is."]])
* insert ParameterNl(0, [["Een zoekresultaat (searchset), in pagina's."]])
