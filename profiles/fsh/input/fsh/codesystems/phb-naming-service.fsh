Instance: phb-service
InstanceOf: NamingSystem
Usage: #definition
Title: "Dienst van een organisatie"
* name = "PhbService"
* status = #active
* kind = #identifier
* date = "2026-11-23"
* description = "Business identifier of a service (HealthcareService) of an organisation."
* uniqueId.type = #uri
* uniqueId.value = "http://ooievaar.example/fhir/NamingSystem/service"
* uniqueId.preferred = true
* insert InstanceDescriptionNl([["Nummer van een dienst (HealthcareService) van een organisatie."]])
