Instance: phb-withdraw
InstanceOf: OperationDefinition
Usage: #definition
Title: "Toestemming intrekken"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-withdraw"
* version = "0.1.0"
* name = "PhbWithdraw"
* title = "Toestemming intrekken"
* status = #active
* publisher = "Ooievaar"
* description = "Takes back a consent, in one call: by herself, or on her word by any party that may see it. On a Patient: every consent of hers for one purpose, wherever it is kept. Done twice it is done once."
* kind = #operation
* date = "2026-11-26"
* affectsState = true
* code = #withdraw
* resource[0] = #Consent
* resource[1] = #Patient
* system = false
* type = false
* instance = true
* parameter[0].name = #obtained
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "1"
* parameter[0].documentation = "How she took it back; through a portal when she signs in herself, else to be told."
* parameter[0].type = #code
* parameter[0].binding.strength = #required
* parameter[0].binding.valueSet = "http://ooievaar.example/fhir/ValueSet/phb-consent-obtained"
* parameter[1].name = #reason
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "Why, if she said so. It is never asked for, and nobody but who records it here reads it."
* parameter[1].type = #code
* parameter[1].binding.strength = #required
* parameter[1].binding.valueSet = "http://ooievaar.example/fhir/ValueSet/phb-withdrawal-reason"
* parameter[2].name = #purpose
* parameter[2].use = #in
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].documentation = "On a Patient only, and required there: for which purpose she takes back all."
* parameter[2].type = #code
* parameter[2].binding.strength = #required
* parameter[2].binding.valueSet = "http://ooievaar.example/fhir/ValueSet/phb-purpose"
* parameter[3].name = #return
* parameter[3].use = #out
* parameter[3].min = 1
* parameter[3].max = "1"
* parameter[3].documentation = "The withdrawn Consent; on a Patient a collection of them."
* parameter[3].type = #Resource
* insert InstanceTitleEn([["Withdraw consent"]])
* insert InstanceDescriptionNl([["Trekt een toestemming in, in één aanroep: door haarzelf, of op haar woord door elke partij die haar mag zien. Op een Patient: al haar toestemmingen voor één doel, waar ze ook worden bijgehouden. Twee keer is één keer."]])
