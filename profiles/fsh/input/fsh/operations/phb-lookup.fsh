Instance: phb-lookup
InstanceOf: OperationDefinition
Usage: #definition
Title: "Code opzoeken"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-lookup"
* version = "0.1.0"
* name = "PhbLookup"
* title = "Code opzoeken"
* status = #active
* publisher = "Ooievaar"
* description = "What a code of this package means: its names and properties."
* kind = #operation
* date = "2026-11-23"
* affectsState = false
* code = #lookup
* base = "http://hl7.org/fhir/OperationDefinition/CodeSystem-lookup"
* resource[0] = #CodeSystem
* system = false
* type = true
* instance = false
* parameter[0].name = #system
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "1"
* parameter[0].documentation = "The code system."
* parameter[0].type = #uri
* parameter[1].name = #version
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "Its version."
* parameter[1].type = #string
* parameter[2].name = #code
* parameter[2].use = #in
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].documentation = "The code."
* parameter[2].type = #code
* parameter[3].name = #coding
* parameter[3].use = #in
* parameter[3].min = 0
* parameter[3].max = "1"
* parameter[3].documentation = "The code with its system, instead of code and system."
* parameter[3].type = #Coding
* parameter[4].name = #displayLanguage
* parameter[4].use = #in
* parameter[4].min = 0
* parameter[4].max = "1"
* parameter[4].documentation = "nl or en; without it the language of Accept-Language."
* parameter[4].type = #code
* parameter[5].name = #name
* parameter[5].use = #out
* parameter[5].min = 1
* parameter[5].max = "1"
* parameter[5].documentation = "Name of the code system."
* parameter[5].type = #string
* parameter[6].name = #version
* parameter[6].use = #out
* parameter[6].min = 0
* parameter[6].max = "1"
* parameter[6].documentation = "Version of the code system."
* parameter[6].type = #string
* parameter[7].name = #display
* parameter[7].use = #out
* parameter[7].min = 1
* parameter[7].max = "1"
* parameter[7].documentation = "Its name in the language asked."
* parameter[7].type = #string
* parameter[8].name = #designation
* parameter[8].use = #out
* parameter[8].min = 0
* parameter[8].max = "*"
* parameter[8].documentation = "Its names, each with its language."
* parameter[8].type = #Element
* parameter[9].name = #property
* parameter[9].use = #out
* parameter[9].min = 0
* parameter[9].max = "*"
* parameter[9].documentation = "Its properties, each with code and value."
* parameter[9].type = #Element
* insert InstanceTitleEn([["Look up a code"]])
* insert InstanceDescriptionNl([["Wat een code van dit pakket betekent: haar namen en eigenschappen."]])
* insert ParameterNl(0, [["Het codestelsel."]])
* insert ParameterNl(1, [["De versie ervan."]])
* insert ParameterNl(2, [["De code."]])
* insert ParameterNl(3, [["De code met haar stelsel, in plaats van code en system."]])
* insert ParameterNl(4, [["nl of en; zonder deze de taal van Accept-Language."]])
* insert ParameterNl(5, [["Naam van het codestelsel."]])
* insert ParameterNl(6, [["Versie van het codestelsel."]])
* insert ParameterNl(7, [["Haar naam in de gevraagde taal."]])
* insert ParameterNl(8, [["Haar namen, elk met de taal."]])
* insert ParameterNl(9, [["Haar eigenschappen, elk met code en waarde."]])
