Instance: phb-unlink
InstanceOf: OperationDefinition
Usage: #definition
Title: "Dossiers ontkoppelen"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-unlink"
* version = "0.1.0"
* name = "PhbUnlink"
* title = "Dossiers ontkoppelen"
* status = #active
* publisher = "Ooievaar"
* description = "Undoes $link: each record is again of whom it was of before, with what was written in it meanwhile."
* kind = #operation
* date = "2026-11-26"
* affectsState = true
* code = #unlink
* resource[0] = #Patient
* system = false
* type = false
* instance = true
* parameter[0].name = #other
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "The other record of her that the caller keeps."
* parameter[0].type = #Reference
* parameter[1].name = #repeated
* parameter[1].use = #out
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].documentation = "Whether this was done before and nothing changed now."
* parameter[1].type = #boolean
* insert InstanceTitleEn([["Unlink two records"]])
* insert InstanceDescriptionNl([["Maakt $link ongedaan: elk dossier is weer van wie het daarvoor was, met wat er intussen in is geschreven."]])
