Instance: phb-home-start
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Home-Start"
* url = "http://ooievaar.example/fhir/ActivityDefinition/phb-home-start"
* version = "0.1.0"
* name = "PhbHomeStart"
* title = "Home-Start"
* status = #active
* publisher = "Ooievaar"
* description = "Family support by volunteers under professional coordination. The guideline gives no entry criteria."
* description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension[0].extension[0].url = "lang"
* description.extension[0].extension[0].valueCode = #nl
* description.extension[0].extension[1].url = "content"
* description.extension[0].extension[1].valueString = "Gezinsondersteuning door vrijwilligers onder professionele begeleiding. De handreiking noemt geen instroomcriteria."
* relatedArtifact[0].type = #citation
* relatedArtifact[0].display = "Handreiking PHB JGZ (NCJ, 2021), guideline 4.2 and chapter 6, step 3"
* kind = #ServiceRequest
* intent = #proposal
* code = PhbInterventionCS#home-start
