Instance: phb-stevig-ouderschap
InstanceOf: ActivityDefinition
Usage: #definition
Title: "Stevig Ouderschap"
* url = "http://ooievaar.example/fhir/ActivityDefinition/phb-stevig-ouderschap"
* version = "0.1.0"
* name = "PhbStevigOuderschap"
* title = "Stevig Ouderschap"
* status = #active
* publisher = "Ooievaar"
* description = "Six to fourteen visits by a nurse of the JGZ, from early in the pregnancy until the child is two. Its first talk counts as the prenatal home visit."
* description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension[0].extension[0].url = "lang"
* description.extension[0].extension[0].valueCode = #nl
* description.extension[0].extension[1].url = "content"
* description.extension[0].extension[1].valueString = "Zes tot veertien bezoeken door een verpleegkundige van de JGZ, van vroeg in de zwangerschap tot het kind twee is. Het eerste gesprek telt als het prenataal huisbezoek."
* relatedArtifact[0].type = #citation
* relatedArtifact[0].display = "Handreiking PHB JGZ (NCJ, 2021), guideline 4.2 and 7.1 d"
* kind = #ServiceRequest
* intent = #proposal
* code = PhbInterventionCS#stevig-ouderschap
