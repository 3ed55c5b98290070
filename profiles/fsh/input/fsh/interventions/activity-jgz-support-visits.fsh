Instance: phb-jgz-support-visits
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Prenatale begeleidingsbezoeken door de JGZ"
* url = "http://ooievaar.example/fhir/ActivityDefinition/phb-jgz-support-visits"
* version = "0.1.0"
* name = "PhbJgzSupportVisits"
* title = "Prenatale begeleidingsbezoeken door de JGZ"
* status = #active
* publisher = "Ooievaar"
* description = "A few more talks with the nurse of the JGZ, where the visit shows that they are needed. The guideline gives no entry criteria."
* description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension[0].extension[0].url = "lang"
* description.extension[0].extension[0].valueCode = #nl
* description.extension[0].extension[1].url = "content"
* description.extension[0].extension[1].valueString = "Nog enkele gesprekken met de verpleegkundige van de JGZ, als uit het bezoek blijkt dat die nodig zijn. De handreiking noemt geen instroomcriteria."
* relatedArtifact[0].type = #citation
* relatedArtifact[0].display = "Handreiking PHB JGZ (NCJ, 2021), guideline 7.2 and chapter 6, step 3"
* kind = #ServiceRequest
* intent = #proposal
* code = PhbInterventionCS#jgz-support-visits
* insert InstanceTitleEn([["Prenatal support visits by the JGZ"]])
