Instance: phb-validate-code
InstanceOf: OperationDefinition
Usage: #definition
Title: "Code toetsen in een waardelijst"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-validate-code"
* version = "0.1.0"
* name = "PhbValidateCode"
* title = "Code toetsen in een waardelijst"
* status = #active
* publisher = "Ooievaar"
* description = "Whether a code is in a value set of this package."
* kind = #operation
* date = "2026-11-23"
* affectsState = false
* code = #validate-code
* base = "http://hl7.org/fhir/OperationDefinition/ValueSet-validate-code"
* resource[0] = #ValueSet
* system = false
* type = true
* instance = true
* parameter[0].name = #url
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "1"
* parameter[0].documentation = "Canonical address of the value set; needed on the type, not on an instance."
* parameter[0].type = #uri
* parameter[1].name = #valueSetVersion
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "Version of the value set."
* parameter[1].type = #string
* parameter[2].name = #code
* parameter[2].use = #in
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].documentation = "The code."
* parameter[2].type = #code
* parameter[3].name = #system
* parameter[3].use = #in
* parameter[3].min = 0
* parameter[3].max = "1"
* parameter[3].documentation = "Its code system."
* parameter[3].type = #uri
* parameter[4].name = #display
* parameter[4].use = #in
* parameter[4].min = 0
* parameter[4].max = "1"
* parameter[4].documentation = "The name the caller has for it."
* parameter[4].type = #string
* parameter[5].name = #coding
* parameter[5].use = #in
* parameter[5].min = 0
* parameter[5].max = "1"
* parameter[5].documentation = "The code with its system, instead of code and system."
* parameter[5].type = #Coding
* parameter[6].name = #codeableConcept
* parameter[6].use = #in
* parameter[6].min = 0
* parameter[6].max = "1"
* parameter[6].documentation = "Several codings, of which one must be right."
* parameter[6].type = #CodeableConcept
* parameter[7].name = #displayLanguage
* parameter[7].use = #in
* parameter[7].min = 0
* parameter[7].max = "1"
* parameter[7].documentation = "nl or en; without it the language of Accept-Language."
* parameter[7].type = #code
* parameter[8].name = #result
* parameter[8].use = #out
* parameter[8].min = 1
* parameter[8].max = "1"
* parameter[8].documentation = "Whether the code is right, and is called what the caller calls it."
* parameter[8].type = #boolean
* parameter[9].name = #message
* parameter[9].use = #out
* parameter[9].min = 0
* parameter[9].max = "1"
* parameter[9].documentation = "What is wrong, and what would be right."
* parameter[9].type = #string
* parameter[10].name = #display
* parameter[10].use = #out
* parameter[10].min = 0
* parameter[10].max = "1"
* parameter[10].documentation = "Its name."
* parameter[10].type = #string
* insert InstanceTitleEn([["Check a code in a value set"]])
* insert InstanceDescriptionNl([["Of een code in een waardelijst van dit pakket staat."]])
* insert ParameterNl(0, [["Adres (canonical) van de waardelijst; nodig op het type, niet op een instantie."]])
* insert ParameterNl(1, [["Versie van de waardelijst."]])
* insert ParameterNl(2, [["De code."]])
* insert ParameterNl(3, [["Het codestelsel waar zij in staat."]])
* insert ParameterNl(4, [["De naam die de vrager ervoor heeft."]])
* insert ParameterNl(5, [["De code met haar stelsel, in plaats van code en system."]])
* insert ParameterNl(6, [["Meerdere coderingen, waarvan er één moet kloppen."]])
* insert ParameterNl(7, [["nl of en; zonder deze de taal van Accept-Language."]])
* insert ParameterNl(8, [["Of de code klopt, en heet zoals de vrager haar noemt."]])
* insert ParameterNl(9, [["Wat er niet klopt, en wat wel."]])
* insert ParameterNl(10, [["Haar naam."]])
