Instance: phb-teenage-mother-group
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Tienermoedergroep"
* url = "http://ooievaar.example/fhir/ActivityDefinition/phb-teenage-mother-group"
* version = "0.1.0"
* name = "PhbTeenageMotherGroup"
* title = "Tienermoedergroep"
* status = #active
* publisher = "Ooievaar"
* description = "A group for teenage mothers. Beyond what its name says the guideline gives no entry criteria."
* description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension[0].extension[0].url = "lang"
* description.extension[0].extension[0].valueCode = #nl
* description.extension[0].extension[1].url = "content"
* description.extension[0].extension[1].valueString = "Een groep voor tienermoeders. Behalve wat de naam zegt noemt de handreiking geen instroomcriteria."
* relatedArtifact[0].type = #citation
* relatedArtifact[0].display = "Handreiking PHB JGZ (NCJ, 2021), guideline chapter 6, step 3"
* kind = #ServiceRequest
* intent = #proposal
* code = PhbInterventionCS#teenage-mother-group
* insert InstanceTitleEn([["Group for teenage mothers"]])
