Instance: phb-status
InstanceOf: OperationDefinition
Usage: #definition
Title: "Stand van een abonnement"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-status"
* version = "0.1.0"
* name = "PhbStatus"
* title = "Stand van een abonnement"
* status = #active
* publisher = "Ooievaar"
* description = "How far a Subscription of yours is: its state, the number of the last event, the number up to which your endpoint took them, and why it could not be reached, if it could not. Those of others are not there."
* kind = #operation
* date = "2026-11-26"
* affectsState = false
* code = #status
* base = "http://hl7.org/fhir/uv/subscriptions-backport/OperationDefinition/backport-subscription-status"
* resource[0] = #Subscription
* system = false
* type = false
* instance = true
* parameter[0].name = #return
* parameter[0].use = #out
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "A searchset with one Parameters (backport-subscription-status-r4); events-taken-by-endpoint is ours."
* parameter[0].type = #Bundle
* insert InstanceTitleEn([["Status of a subscription"]])
* insert InstanceDescriptionNl([["Hoe ver een Subscription van u is: de toestand, het nummer van de laatste gebeurtenis, het nummer tot waar uw endpoint ze heeft aangenomen, en waarom het niet bereikt kon worden, als dat zo is. Die van anderen zijn er niet."]])
