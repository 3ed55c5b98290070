Instance: phb-debt-support
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Schuldhulpverlening"
* url = "http://ooievaar.example/fhir/ActivityDefinition/phb-debt-support"
* version = "0.1.0"
* name = "PhbDebtSupport"
* title = "Schuldhulpverlening"
* status = #active
* publisher = "Ooievaar"
* description = "Help of the municipality with debts. The guideline gives no entry criteria."
* description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension[0].extension[0].url = "lang"
* description.extension[0].extension[0].valueCode = #nl
* description.extension[0].extension[1].url = "content"
* description.extension[0].extension[1].valueString = "Hulp van de gemeente bij schulden. De handreiking noemt geen instroomcriteria."
* relatedArtifact[0].type = #citation
* relatedArtifact[0].display = "Handreiking PHB JGZ (NCJ, 2021), guideline chapter 6, step 3, and 7.4"
* kind = #ServiceRequest
* intent = #proposal
* code = PhbInterventionCS#debt-support
* insert InstanceTitleEn([["Debt support"]])
