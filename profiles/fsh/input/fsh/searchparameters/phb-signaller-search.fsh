Instance: phb-signaller-search
InstanceOf: SearchParameter
Usage: #definition
Title: "Signaleerder"
* url = "http://ooievaar.example/fhir/SearchParameter/phb-signaller-search"
* version = "0.1.0"
* name = "PhbSignallerSearch"
* status = #active
* publisher = "Ooievaar"
* description = "Referrals by the role of who signalled."
* code = #signaller
* base[0] = #ServiceRequest
* type = #token
* expression = "ServiceRequest.extension.where(url = 'http://ooievaar.example/fhir/StructureDefinition/phb-signaller').value"
* xpathUsage = #normal
* date = "2026-11-24"
* insert InstanceDescriptionNl([["Aanmeldingen naar de rol van wie signaleerde."]])
