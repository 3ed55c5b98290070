Instance: phb-voorzorg-plan
InstanceOf: PlanDefinition
Usage: #definition
Title: "VoorZorg"
* id = "phb-voorzorg"
* url = "http://ooievaar.example/fhir/PlanDefinition/phb-voorzorg"
* version = "0.1.0"
* name = "PhbVoorzorg"
* title = "VoorZorg"
* status = #active
* publisher = "Ooievaar"
* description = "When to talk about VoorZorg: before 28 weeks, with a first child and an accumulation of problems."
* description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension[0].extension[0].url = "lang"
* description.extension[0].extension[0].valueCode = #nl
* description.extension[0].extension[1].url = "content"
* description.extension[0].extension[1].valueString = "Wanneer u VoorZorg bespreekt: vóór 28 weken, bij een eerste kind en een opeenstapeling van problemen."
* type = http://terminology.hl7.org/CodeSystem/plan-definition-type#clinical-protocol
* usage = "Supports a decision and never makes one: evaluate the conditions, as FHIRPath, on a Bundle of what is known; an empty result means that something is missing. Nothing is stored or marked by it."
* relatedArtifact[0].type = #citation
* relatedArtifact[0].display = "Handreiking PHB JGZ (NCJ, 2021), 4.2 and 7.1 d"
* relatedArtifact[1].type = #citation
* relatedArtifact[1].display = "Kansrijke start Zuid-Limburg, VoorZorg: under 28 weeks, first child, accumulation of complex problems"
* action[0].id = "offer"
* action[0].title = "VoorZorg"
* action[0].description = "Talk with her about VoorZorg."
* action[0].description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* action[0].description.extension[0].extension[0].url = "lang"
* action[0].description.extension[0].extension[0].valueCode = #nl
* action[0].description.extension[0].extension[1].url = "content"
* action[0].description.extension[0].extension[1].valueString = "Bespreek VoorZorg met haar."
* action[0].condition[0].kind = #applicability
* action[0].condition[0].expression.name = "before28Weeks"
* action[0].condition[0].expression.description = "Less than 28 weeks pregnant: the due date is more than 84 days away."
* action[0].condition[0].expression.description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* action[0].condition[0].expression.description.extension[0].extension[0].url = "lang"
* action[0].condition[0].expression.description.extension[0].extension[0].valueCode = #nl
* action[0].condition[0].expression.description.extension[0].extension[1].url = "content"
* action[0].condition[0].expression.description.extension[0].extension[1].valueString = "Minder dan 28 weken zwanger: de uitgerekende datum is meer dan 84 dagen van nu."
* action[0].condition[0].expression.language = #text/fhirpath
* action[0].condition[0].expression.expression = "entry.resource.ofType(Observation).where(code.coding.where(system = 'http://snomed.info/sct' and code = '161714006').exists()).value.ofType(dateTime).first() > today() + 84 days"
* action[0].condition[1].kind = #applicability
* action[0].condition[1].expression.name = "firstChild"
* action[0].condition[1].expression.description = "Her first child: the number of births is zero."
* action[0].condition[1].expression.description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* action[0].condition[1].expression.description.extension[0].extension[0].url = "lang"
* action[0].condition[1].expression.description.extension[0].extension[0].valueCode = #nl
* action[0].condition[1].expression.description.extension[0].extension[1].url = "content"
* action[0].condition[1].expression.description.extension[0].extension[1].valueString = "Haar eerste kind: het aantal bevallingen is nul."
* action[0].condition[1].expression.language = #text/fhirpath
* action[0].condition[1].expression.expression = "entry.resource.ofType(Observation).where(code.coding.where(system = 'http://snomed.info/sct' and code = '364325004').exists()).value.ofType(integer).first() = 0"
* action[0].condition[2].kind = #applicability
* action[0].condition[2].expression.name = "accumulation"
* action[0].condition[2].expression.description = "An accumulation of problems: more than one risk factor. The guideline gives no number; more than one is the least that can accumulate, and the nurse and the woman judge."
* action[0].condition[2].expression.description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* action[0].condition[2].expression.description.extension[0].extension[0].url = "lang"
* action[0].condition[2].expression.description.extension[0].extension[0].valueCode = #nl
* action[0].condition[2].expression.description.extension[0].extension[1].url = "content"
* action[0].condition[2].expression.description.extension[0].extension[1].valueString = "Een opeenstapeling van problemen: meer dan één risicofactor. De handreiking noemt geen aantal; meer dan één is het minste dat zich opstapelt, en de verpleegkundige en de zwangere oordelen."
* action[0].condition[2].expression.language = #text/fhirpath
* action[0].condition[2].expression.expression = "iif(entry.resource.ofType(Observation).where(code.coding.where(system = 'http://ooievaar.example/fhir/CodeSystem/phb-observation' and code = 'risk-factor').exists()).exists(), entry.resource.ofType(Observation).where(code.coding.where(system = 'http://ooievaar.example/fhir/CodeSystem/phb-observation' and code = 'risk-factor').exists()).value.ofType(CodeableConcept).coding.code.distinct().count() > 1, {})"
* action[0].input[0].type = #Observation
* action[0].input[0].profile[0] = "http://ooievaar.example/fhir/StructureDefinition/phb-due-date"
* action[0].input[0].codeFilter[0].path = "code"
* action[0].input[0].codeFilter[0].code[0] = http://snomed.info/sct#161714006
* action[0].input[1].type = #Observation
* action[0].input[1].profile[0] = "http://ooievaar.example/fhir/StructureDefinition/phb-parity"
* action[0].input[1].codeFilter[0].path = "code"
* action[0].input[1].codeFilter[0].code[0] = http://snomed.info/sct#364325004
* action[0].input[2].type = #Observation
* action[0].input[2].profile[0] = "http://ooievaar.example/fhir/StructureDefinition/phb-risk-factor"
* action[0].input[2].codeFilter[0].path = "code"
* action[0].input[2].codeFilter[0].code[0] = http://ooievaar.example/fhir/CodeSystem/phb-observation#risk-factor
* action[0].definitionCanonical = "http://ooievaar.example/fhir/ActivityDefinition/phb-voorzorg"
