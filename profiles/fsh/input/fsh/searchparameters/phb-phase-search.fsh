Instance: phb-phase-search
InstanceOf: SearchParameter
Usage: #definition
Title: "Fase van signaleren"
* url = "http://ooievaar.example/fhir/SearchParameter/phb-phase-search"
* version = "0.1.0"
* name = "PhbPhaseSearch"
* status = #active
* publisher = "Ooievaar"
* description = "Referrals by the phase in which somebody signalled."
* code = #phase
* base[0] = #ServiceRequest
* type = #token
* expression = "ServiceRequest.extension.where(url = 'http://ooievaar.example/fhir/StructureDefinition/phb-phase').value"
* xpathUsage = #normal
* date = "2026-11-24"
* insert InstanceDescriptionNl([["Aanmeldingen naar de fase waarin iemand signaleerde."]])
