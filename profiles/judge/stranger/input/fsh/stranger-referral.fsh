Profile: StrangerReferral
Parent: PhbReferral
Id: stranger-referral
Title: "Referral of one region"
Description: "A profile of somebody else on ours: it goes on from the slices and value sets of the package."
* priority 1..1
* category[route] from StrangerRouteVS (required)
* performer 1..1

ValueSet: StrangerRouteVS
Id: stranger-route
Title: "Routes of one region"
Description: "Two of the four routes."
* http://ooievaar.example/fhir/CodeSystem/phb-route#self
* http://ooievaar.example/fhir/CodeSystem/phb-route#together

Instance: stranger-example
InstanceOf: StrangerReferral
Usage: #example
* identifier.system = "http://stranger.example/id/referral"
* identifier.value = "1"
* status = #active
* priority = #routine
* category[route].coding = http://ooievaar.example/fhir/CodeSystem/phb-route#self
* subject = Reference(Patient/example)
* authoredOn = "2026-11-23"
* requester = Reference(Patient/example)
* performer = Reference(HealthcareService/example)
* note.text = "Zij vraagt het zelf."
