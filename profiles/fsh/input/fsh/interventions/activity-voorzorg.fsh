Instance: phb-voorzorg
InstanceOf: ActivityDefinition
Usage: #definition
Title: "VoorZorg"
* url = "http://ooievaar.example/fhir/ActivityDefinition/phb-voorzorg"
* version = "0.1.0"
* name = "PhbVoorzorg"
* title = "VoorZorg"
* status = #active
* publisher = "Ooievaar"
* description = "Forty to sixty structured visits by a specially trained nurse of the JGZ, from early in the pregnancy until the child is two. Its first talk counts as the prenatal home visit."
* description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension[0].extension[0].url = "lang"
* description.extension[0].extension[0].valueCode = #nl
* description.extension[0].extension[1].url = "content"
* description.extension[0].extension[1].valueString = "Veertig tot zestig vaste bezoeken door een speciaal opgeleide verpleegkundige van de JGZ, van vroeg in de zwangerschap tot het kind twee is. Het eerste gesprek telt als het prenataal huisbezoek."
* relatedArtifact[0].type = #citation
* relatedArtifact[0].display = "Handreiking PHB JGZ (NCJ, 2021), guideline 4.2 and 7.1 d"
* kind = #ServiceRequest
* intent = #proposal
* code = PhbInterventionCS#voorzorg
