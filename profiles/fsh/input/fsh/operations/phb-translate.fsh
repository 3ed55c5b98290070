Instance: phb-translate
InstanceOf: OperationDefinition
Usage: #definition
Title: "Code vertalen"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-translate"
* version = "0.1.0"
* name = "PhbTranslate"
* title = "Code vertalen"
* status = #active
* publisher = "Ooievaar"
* description = "Codes of another system for a code of this package, each with how near it comes and why."
* kind = #operation
* date = "2026-11-23"
* affectsState = false
* code = #translate
* base = "http://hl7.org/fhir/OperationDefinition/ConceptMap-translate"
* resource[0] = #ConceptMap
* system = false
* type = true
* instance = true
* parameter[0].name = #url
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "1"
* parameter[0].documentation = "Canonical address of the map; without it every map of this package is asked."
* parameter[0].type = #uri
* parameter[1].name = #conceptMapVersion
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "Version of the map."
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
* parameter[4].name = #coding
* parameter[4].use = #in
* parameter[4].min = 0
* parameter[4].max = "1"
* parameter[4].documentation = "The code with its system, instead of code and system."
* parameter[4].type = #Coding
* parameter[5].name = #codeableConcept
* parameter[5].use = #in
* parameter[5].min = 0
* parameter[5].max = "1"
* parameter[5].documentation = "Several codings, each of which is translated."
* parameter[5].type = #CodeableConcept
* parameter[6].name = #targetsystem
* parameter[6].use = #in
* parameter[6].min = 0
* parameter[6].max = "1"
* parameter[6].documentation = "Only answers in this code system."
* parameter[6].type = #uri
* parameter[7].name = #reverse
* parameter[7].use = #in
* parameter[7].min = 0
* parameter[7].max = "1"
* parameter[7].documentation = "From the other system to ours."
* parameter[7].type = #boolean
* parameter[8].name = #result
* parameter[8].use = #out
* parameter[8].min = 1
* parameter[8].max = "1"
* parameter[8].documentation = "Whether there is an answer that is more than 'unmatched'."
* parameter[8].type = #boolean
* parameter[9].name = #message
* parameter[9].use = #out
* parameter[9].min = 0
* parameter[9].max = "1"
* parameter[9].documentation = "Why there is none."
* parameter[9].type = #string
* parameter[10].name = #match
* parameter[10].use = #out
* parameter[10].min = 0
* parameter[10].max = "*"
* parameter[10].documentation = "One answer: equivalence, concept, source."
* parameter[10].type = #Element
* insert InstanceTitleEn([["Translate a code"]])
* insert InstanceDescriptionNl([["Codes van een ander stelsel bij een code van dit pakket, elk met hoe dichtbij zij komt en waarom."]])
* insert ParameterNl(0, [["Adres (canonical) van de vertaallijst; zonder dit adres wordt in elke lijst van dit pakket gezocht."]])
* insert ParameterNl(1, [["Versie van de vertaallijst."]])
* insert ParameterNl(2, [["De code."]])
* insert ParameterNl(3, [["Het codestelsel waar zij in staat."]])
* insert ParameterNl(4, [["De code met haar stelsel, in plaats van code en system."]])
* insert ParameterNl(5, [["Meerdere coderingen, die elk worden vertaald."]])
* insert ParameterNl(6, [["Alleen antwoorden in dit codestelsel."]])
* insert ParameterNl(7, [["Van het andere stelsel naar het onze."]])
* insert ParameterNl(8, [["Of er een antwoord is dat meer zegt dan 'unmatched'."]])
* insert ParameterNl(9, [["Waarom er geen is."]])
* insert ParameterNl(10, [["Eén antwoord: hoe gelijk (equivalence), welke code (concept), uit welke lijst (source)."]])
