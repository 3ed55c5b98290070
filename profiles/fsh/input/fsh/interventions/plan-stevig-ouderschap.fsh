Instance: phb-stevig-ouderschap-plan
InstanceOf: PlanDefinition
Usage: #definition
Title: "Stevig Ouderschap"
* id = "phb-stevig-ouderschap"
* url = "http://ooievaar.example/fhir/PlanDefinition/phb-stevig-ouderschap"
* version = "0.1.0"
* name = "PhbStevigOuderschap"
* title = "Stevig Ouderschap"
* status = #active
* publisher = "Ooievaar"
* description = "When to talk about Stevig Ouderschap: a family in a vulnerable situation."
* description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension[0].extension[0].url = "lang"
* description.extension[0].extension[0].valueCode = #nl
* description.extension[0].extension[1].url = "content"
* description.extension[0].extension[1].valueString = "Wanneer u Stevig Ouderschap bespreekt: een gezin in een kwetsbare situatie."
* type = http://terminology.hl7.org/CodeSystem/plan-definition-type#clinical-protocol
* usage = "Supports a decision and never makes one: evaluate the conditions, as FHIRPath, on a Bundle of what is known; an empty result means that something is missing. Nothing is stored or marked by it."
* relatedArtifact[0].type = #citation
* relatedArtifact[0].display = "Handreiking PHB JGZ (NCJ, 2021), 4.2 and 7.1 d"
* action[0].id = "offer"
* action[0].title = "Stevig Ouderschap"
* action[0].description = "Talk with her about Stevig Ouderschap."
* action[0].description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* action[0].description.extension[0].extension[0].url = "lang"
* action[0].description.extension[0].extension[0].valueCode = #nl
* action[0].description.extension[0].extension[1].url = "content"
* action[0].description.extension[0].extension[1].valueString = "Bespreek Stevig Ouderschap met haar."
* action[0].condition[0].kind = #applicability
* action[0].condition[0].expression.name = "riskFactor"
* action[0].condition[0].expression.description = "A vulnerable situation: at least one risk factor."
* action[0].condition[0].expression.description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* action[0].condition[0].expression.description.extension[0].extension[0].url = "lang"
* action[0].condition[0].expression.description.extension[0].extension[0].valueCode = #nl
* action[0].condition[0].expression.description.extension[0].extension[1].url = "content"
* action[0].condition[0].expression.description.extension[0].extension[1].valueString = "Een kwetsbare situatie: ten minste één risicofactor."
* action[0].condition[0].expression.language = #text/fhirpath
* action[0].condition[0].expression.expression = "iif(entry.resource.ofType(Observation).where(code.coding.where(system = 'http://ooievaar.example/fhir/CodeSystem/phb-observation' and code = 'risk-factor').exists()).exists(), true, {})"
* action[0].input[0].type = #Observation
* action[0].input[0].profile[0] = "http://ooievaar.example/fhir/StructureDefinition/phb-risk-factor"
* action[0].input[0].codeFilter[0].path = "code"
* action[0].input[0].codeFilter[0].code[0] = http://ooievaar.example/fhir/CodeSystem/phb-observation#risk-factor
* action[0].definitionCanonical = "http://ooievaar.example/fhir/ActivityDefinition/phb-stevig-ouderschap"
