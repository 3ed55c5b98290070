Instance: phb-centering
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Centering Pregnancy, Centering Zorg"
* url = "http://ooievaar.example/fhir/ActivityDefinition/phb-centering"
* version = "0.1.0"
* name = "PhbCentering"
* title = "Centering Pregnancy, Centering Zorg"
* status = #active
* publisher = "Ooievaar"
* description = "Care and support in a group of women in the same situation. The guideline gives no entry criteria."
* description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension[0].extension[0].url = "lang"
* description.extension[0].extension[0].valueCode = #nl
* description.extension[0].extension[1].url = "content"
* description.extension[0].extension[1].valueString = "Zorg en steun in een groep met vrouwen in dezelfde situatie. De handreiking noemt geen instroomcriteria."
* relatedArtifact[0].type = #citation
* relatedArtifact[0].display = "Handreiking PHB JGZ (NCJ, 2021), guideline 4.2 and chapter 6, step 3"
* kind = #ServiceRequest
* intent = #proposal
* code = PhbInterventionCS#centering
