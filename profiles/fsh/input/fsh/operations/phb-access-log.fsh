Instance: phb-access-log
InstanceOf: OperationDefinition
Usage: #definition
Title: "Wie zag wat, wanneer en waarom"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-access-log"
* version = "0.1.0"
* name = "PhbAccessLog"
* title = "Wie zag wat, wanneer en waarom"
* status = #active
* publisher = "Ooievaar"
* description = "Who saw or changed what about one person, when and why, in words: for the person herself over all files about her, for a custodian over its own file. Nobody else gets anything."
* kind = #operation
* date = "2026-11-26"
* affectsState = false
* code = #access-log
* resource[0] = #Patient
* system = false
* type = false
* instance = true
* parameter[0].name = #start
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "1"
* parameter[0].documentation = "The first day, in the Netherlands."
* parameter[0].type = #date
* parameter[1].name = #end
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "The last day, included."
* parameter[1].type = #date
* parameter[2].name = #_count
* parameter[2].use = #in
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].documentation = "At most so many lines on a page: 1 to 500, or 100 when it is not given."
* parameter[2].type = #integer
* parameter[3].name = #_page
* parameter[3].use = #in
* parameter[3].min = 0
* parameter[3].max = "1"
* parameter[3].documentation = "Only in the link to a next page, which brings it."
* parameter[3].type = #string
* parameter[4].name = #return
* parameter[4].use = #out
* parameter[4].min = 1
* parameter[4].max = "1"
* parameter[4].documentation = "A searchset of AuditEvents, oldest first, each with a sentence as its text, in Dutch or English by Accept-Language; in pages."
* parameter[4].type = #Bundle
* insert InstanceTitleEn([["Who saw what, when and why"]])
* insert InstanceDescriptionNl([["Wie wat over één persoon zag of veranderde, wanneer en waarom, in woorden: voor haarzelf over alle dossiers over haar, voor een verantwoordelijke over het eigen dossier. Niemand anders krijgt iets."]])
