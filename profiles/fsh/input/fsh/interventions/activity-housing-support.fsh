Instance: phb-housing-support
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Hulp bij huisvesting"
* url = "http://ooievaar.example/fhir/ActivityDefinition/phb-housing-support"
* version = "0.1.0"
* name = "PhbHousingSupport"
* title = "Hulp bij huisvesting"
* status = #active
* publisher = "Ooievaar"
* description = "Help of the municipality with a place to live. The guideline gives no entry criteria."
* description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension[0].extension[0].url = "lang"
* description.extension[0].extension[0].valueCode = #nl
* description.extension[0].extension[1].url = "content"
* description.extension[0].extension[1].valueString = "Hulp van de gemeente bij het vinden van een woning. De handreiking noemt geen instroomcriteria."
* relatedArtifact[0].type = #citation
* relatedArtifact[0].display = "Handreiking PHB JGZ (NCJ, 2021), guideline chapter 6, step 3, and 7.3"
* kind = #ServiceRequest
* intent = #proposal
* code = PhbInterventionCS#housing-support
* insert InstanceTitleEn([["Support with housing"]])
