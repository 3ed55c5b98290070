Instance: phb-events
InstanceOf: OperationDefinition
Usage: #definition
Title: "Gemiste meldingen"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-events"
* version = "0.1.0"
* name = "PhbEvents"
* title = "Gemiste meldingen"
* status = #active
* publisher = "Ooievaar"
* description = "The events of a Subscription of yours by number, for whoever missed some: each is decided on again, and one that you may no longer know of has a number and no focus. Events that wait get their numbers first, so this works while your endpoint does not. At most 1000 at once; the numbers have no gaps."
* kind = #operation
* date = "2026-11-26"
* affectsState = true
* code = #events
* base = "http://hl7.org/fhir/uv/subscriptions-backport/OperationDefinition/backport-subscription-events"
* resource[0] = #Subscription
* system = false
* type = false
* instance = true
* parameter[0].name = #eventsSinceNumber
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "1"
* parameter[0].documentation = "The first number, included."
* parameter[0].type = #string
* parameter[1].name = #eventsUntilNumber
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "The last number, included."
* parameter[1].type = #string
* parameter[2].name = #content
* parameter[2].use = #in
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].documentation = "Only id-only."
* parameter[2].type = #code
* parameter[3].name = #return
* parameter[3].use = #out
* parameter[3].min = 1
* parameter[3].max = "1"
* parameter[3].documentation = "A notification Bundle with type query-event."
* parameter[3].type = #Bundle
* insert InstanceTitleEn([["Missed events"]])
* insert InstanceDescriptionNl([["De gebeurtenissen van een Subscription van u op nummer, voor wie er heeft gemist: over elk wordt opnieuw beslist, en een die u niet meer mag weten heeft een nummer en geen focus. Gebeurtenissen die wachten krijgen eerst hun nummer, dus dit werkt ook als uw endpoint het niet doet. Hoogstens 1000 tegelijk; de nummers hebben geen gaten."]])
