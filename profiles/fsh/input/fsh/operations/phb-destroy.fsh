Instance: phb-destroy
InstanceOf: OperationDefinition
Usage: #definition
Title: "Dossier vernietigen"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-destroy"
* version = "0.1.0"
* name = "PhbDestroy"
* title = "Dossier vernietigen"
* status = #active
* publisher = "Ooievaar"
* description = "The custodian destroys all of a file about her, with its key: on her request, or when the time it had to be kept has ended. With refusal-reason nothing is destroyed, and her request and the reason stay on record. What others keep about her in files of their own stays theirs."
* kind = #operation
* date = "2026-11-26"
* affectsState = true
* code = #destroy
* resource[0] = #Patient
* system = false
* type = false
* instance = true
* parameter[0].name = #ground
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "On which ground."
* parameter[0].type = #code
* parameter[0].binding.strength = #required
* parameter[0].binding.valueSet = "http://ooievaar.example/fhir/ValueSet/phb-destruction-ground"
* parameter[1].name = #refusal-reason
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "Why her request is refused."
* parameter[1].type = #code
* parameter[1].binding.strength = #required
* parameter[1].binding.valueSet = "http://ooievaar.example/fhir/ValueSet/phb-destruction-refusal"
* parameter[2].name = #return
* parameter[2].use = #out
* parameter[2].min = 1
* parameter[2].max = "1"
* parameter[2].documentation = "A tombstone without content: when, on which ground and how much; or the Communication that records the refusal."
* parameter[2].type = #Resource
* insert InstanceTitleEn([["Destroy a file"]])
* insert InstanceDescriptionNl([["De verantwoordelijke vernietigt een heel dossier over haar, met de sleutel ervan: op haar verzoek, of als de bewaartermijn voorbij is. Met refusal-reason wordt niets vernietigd, en blijven haar verzoek en de reden vastgelegd. Wat anderen in hun eigen dossier over haar bijhouden, blijft van hen."]])
