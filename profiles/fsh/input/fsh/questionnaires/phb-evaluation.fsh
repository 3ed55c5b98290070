Instance: phb-evaluation
InstanceOf: Questionnaire
Usage: #definition
Title: "Evaluatie van het prenataal huisbezoek"
* url = "http://ooievaar.example/fhir/Questionnaire/phb-evaluation"
* version = "0.1.0"
* name = "PhbEvaluation"
* title = "Evaluatie van het prenataal huisbezoek"
* language = #nl
* status = #active
* subjectType = #Patient
* description = "The six subjects of the evaluation (guideline chapter 6, step 6), each optional, and what follows from them."
* item[0].linkId = "moment"
* item[0].text = "Wanneer evalueert u?"
* item[0].type = #choice
* item[0].code[0] = http://ooievaar.example/fhir/CodeSystem/phb-evaluation-item#moment
* item[0].required = true
* item[0].answerValueSet = "http://ooievaar.example/fhir/ValueSet/phb-evaluation-moment"
* item[1].linkId = "plan"
* item[1].text = "Plan van aanpak, en de uitvoering hiervan"
* item[1].type = #text
* item[1].code[0] = http://ooievaar.example/fhir/CodeSystem/phb-evaluation-item#plan
* item[2].linkId = "experience-trajectory"
* item[2].text = "Hoe heeft zij, of haar gezin, het traject ervaren?"
* item[2].type = #text
* item[2].code[0] = http://ooievaar.example/fhir/CodeSystem/phb-evaluation-item#experience-trajectory
* item[3].linkId = "experience-situation"
* item[3].text = "Hoe ervaart zij, of haar gezin, de situatie nu?"
* item[3].type = #text
* item[3].code[0] = http://ooievaar.example/fhir/CodeSystem/phb-evaluation-item#experience-situation
* item[4].linkId = "experience-birth-care"
* item[4].text = "Hoe heeft de geboortezorg het traject ervaren?"
* item[4].type = #text
* item[4].code[0] = http://ooievaar.example/fhir/CodeSystem/phb-evaluation-item#experience-birth-care
* item[5].linkId = "experience-others"
* item[5].text = "Hoe hebben andere betrokken professionals het traject ervaren?"
* item[5].type = #text
* item[5].code[0] = http://ooievaar.example/fhir/CodeSystem/phb-evaluation-item#experience-others
* item[6].linkId = "result"
* item[6].text = "Resultaat in relatie tot het doel"
* item[6].type = #text
* item[6].code[0] = http://ooievaar.example/fhir/CodeSystem/phb-evaluation-item#result
* item[7].linkId = "adjustment"
* item[7].text = "Bijstelling van het plan"
* item[7].type = #text
* item[7].code[0] = http://ooievaar.example/fhir/CodeSystem/phb-evaluation-item#adjustment
* item[8].linkId = "gap"
* item[8].text = "Wat was er niet aan ondersteuning?"
* item[8].type = #text
* item[8].code[0] = http://ooievaar.example/fhir/CodeSystem/phb-evaluation-item#gap
* insert InstanceTitleEn([["Evaluation of the prenatal home visit"]])
* insert InstanceDescriptionNl([["De zes onderwerpen van de evaluatie (handreiking hoofdstuk 6, stap 6), elk vrij om te beantwoorden, en wat eruit volgt."]])
