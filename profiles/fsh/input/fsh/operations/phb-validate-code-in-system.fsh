Instance: phb-validate-code-in-system
InstanceOf: OperationDefinition
Usage: #definition
Title: "Code toetsen in een codestelsel"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-validate-code-in-system"
* version = "0.1.0"
* name = "PhbValidateCodeInSystem"
* title = "Code toetsen in een codestelsel"
* status = #active
* publisher = "Ooievaar"
* description = "Whether a code is one of a code system of this package."
* kind = #operation
* date = "2026-11-23"
* affectsState = false
* code = #validate-code
* base = "http://hl7.org/fhir/OperationDefinition/CodeSystem-validate-code"
* resource[0] = #CodeSystem
* system = false
* type = true
* instance = true
* parameter[0].name = #url
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "1"
* parameter[0].documentation = "Canonical address of the code system; needed on the type, not on an instance."
* parameter[0].type = #uri
* parameter[1].name = #version
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "Version of the code system."
* parameter[1].type = #string
* parameter[2].name = #code
* parameter[2].use = #in
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].documentation = "The code."
* parameter[2].type = #code
* parameter[3].name = #display
* parameter[3].use = #in
* parameter[3].min = 0
* parameter[3].max = "1"
* parameter[3].documentation = "The name the caller has for it."
* parameter[3].type = #string
* parameter[4].name = #coding
* parameter[4].use = #in
* parameter[4].min = 0
* parameter[4].max = "1"
* parameter[4].documentation = "The code with its system, instead of code."
* parameter[4].type = #Coding
* parameter[5].name = #displayLanguage
* parameter[5].use = #in
* parameter[5].min = 0
* parameter[5].max = "1"
* parameter[5].documentation = "nl or en; without it the language of Accept-Language."
* parameter[5].type = #code
* parameter[6].name = #result
* parameter[6].use = #out
* parameter[6].min = 1
* parameter[6].max = "1"
* parameter[6].documentation = "Whether the code is right, and is called what the caller calls it."
* parameter[6].type = #boolean
* parameter[7].name = #message
* parameter[7].use = #out
* parameter[7].min = 0
* parameter[7].max = "1"
* parameter[7].documentation = "What is wrong, and what would be right."
* parameter[7].type = #string
* parameter[8].name = #display
* parameter[8].use = #out
* parameter[8].min = 0
* parameter[8].max = "1"
* parameter[8].documentation = "Its name."
* parameter[8].type = #string
* insert InstanceTitleEn([["Check a code in a code system"]])
* insert InstanceDescriptionNl([["Of een code er een is van een codestelsel van dit pakket."]])
* insert ParameterNl(0, [["Adres (canonical) van het codestelsel; nodig op het type, niet op een instantie."]])
* insert ParameterNl(1, [["Versie van het codestelsel."]])
* insert ParameterNl(2, [["De code."]])
* insert ParameterNl(3, [["De naam die de vrager ervoor heeft."]])
* insert ParameterNl(4, [["De code met haar stelsel, in plaats van code."]])
* insert ParameterNl(5, [["nl of en; zonder deze de taal van Accept-Language."]])
* insert ParameterNl(6, [["Of de code klopt, en heet zoals de vrager haar noemt."]])
* insert ParameterNl(7, [["Wat er niet klopt, en wat wel."]])
* insert ParameterNl(8, [["Haar naam."]])
