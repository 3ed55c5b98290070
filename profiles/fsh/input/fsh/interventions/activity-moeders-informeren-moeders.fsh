Instance: phb-moeders-informeren-moeders
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Moeders Informeren Moeders (MIM)"
* url = "http://ooievaar.example/fhir/ActivityDefinition/phb-moeders-informeren-moeders"
* version = "0.1.0"
* name = "PhbMoedersInformerenMoeders"
* title = "Moeders Informeren Moeders (MIM)"
* status = #active
* publisher = "Ooievaar"
* description = "Mothers inform mothers: support by volunteers under professional coordination. The guideline gives no entry criteria."
* description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension[0].extension[0].url = "lang"
* description.extension[0].extension[0].valueCode = #nl
* description.extension[0].extension[1].url = "content"
* description.extension[0].extension[1].valueString = "Moeders helpen moeders: steun door vrijwilligers onder professionele begeleiding. De handreiking noemt geen instroomcriteria."
* relatedArtifact[0].type = #citation
* relatedArtifact[0].display = "Handreiking PHB JGZ (NCJ, 2021), guideline 4.2 and chapter 6, step 3"
* kind = #ServiceRequest
* intent = #proposal
* code = PhbInterventionCS#moeders-informeren-moeders
