Instance: phb-expand
InstanceOf: OperationDefinition
Usage: #definition
Title: "Waardelijst uitschrijven"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-expand"
* version = "0.1.0"
* name = "PhbExpand"
* title = "Waardelijst uitschrijven"
* status = #active
* publisher = "Ooievaar"
* description = "The codes of a value set of this package, in the order of its definition."
* kind = #operation
* date = "2026-11-23"
* affectsState = false
* code = #expand
* base = "http://hl7.org/fhir/OperationDefinition/ValueSet-expand"
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
* parameter[2].name = #filter
* parameter[2].use = #in
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].documentation = "Text that a code or one of its names contains."
* parameter[2].type = #string
* parameter[3].name = #offset
* parameter[3].use = #in
* parameter[3].min = 0
* parameter[3].max = "1"
* parameter[3].documentation = "How many codes to skip."
* parameter[3].type = #integer
* parameter[4].name = #count
* parameter[4].use = #in
* parameter[4].min = 0
* parameter[4].max = "1"
* parameter[4].documentation = "How many codes to answer at most."
* parameter[4].type = #integer
* parameter[5].name = #displayLanguage
* parameter[5].use = #in
* parameter[5].min = 0
* parameter[5].max = "1"
* parameter[5].documentation = "nl or en; without it the language of Accept-Language."
* parameter[5].type = #code
* parameter[6].name = #includeDesignations
* parameter[6].use = #in
* parameter[6].min = 0
* parameter[6].max = "1"
* parameter[6].documentation = "Answer the names in every language."
* parameter[6].type = #boolean
* parameter[7].name = #return
* parameter[7].use = #out
* parameter[7].min = 1
* parameter[7].max = "1"
* parameter[7].documentation = "The value set with its expansion."
* parameter[7].type = #ValueSet
* insert InstanceTitleEn([["Write out a value set"]])
* insert InstanceDescriptionNl([["De codes van een waardelijst van dit pakket, in de volgorde van haar definitie."]])
* insert ParameterNl(0, [["Adres (canonical) van de waardelijst; nodig op het type, niet op een instantie."]])
* insert ParameterNl(1, [["Versie van de waardelijst."]])
* insert ParameterNl(2, [["Tekst die in een code of in een van haar namen voorkomt."]])
* insert ParameterNl(3, [["Hoeveel codes worden overgeslagen."]])
* insert ParameterNl(4, [["Hoeveel codes er hoogstens in het antwoord staan."]])
* insert ParameterNl(5, [["nl of en; zonder deze de taal van Accept-Language."]])
* insert ParameterNl(6, [["Geef de namen in elke taal."]])
* insert ParameterNl(7, [["De waardelijst, uitgeschreven."]])
