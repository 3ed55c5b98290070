Instance: phb-steunouder
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Steunouder"
* url = "http://ooievaar.example/fhir/ActivityDefinition/phb-steunouder"
* version = "0.1.0"
* name = "PhbSteunouder"
* title = "Steunouder"
* status = #active
* publisher = "Ooievaar"
* description = "Informal support by another family. The guideline gives no entry criteria."
* description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension[0].extension[0].url = "lang"
* description.extension[0].extension[0].valueCode = #nl
* description.extension[0].extension[1].url = "content"
* description.extension[0].extension[1].valueString = "Informele steun door een ander gezin. De handreiking noemt geen instroomcriteria."
* relatedArtifact[0].type = #citation
* relatedArtifact[0].display = "Handreiking PHB JGZ (NCJ, 2021), guideline chapter 6, step 3"
* kind = #ServiceRequest
* intent = #proposal
* code = PhbInterventionCS#steunouder
