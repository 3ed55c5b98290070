Profile: PhbReferral
Parent: ServiceRequest
Id: phb-referral
Title: "Aanmelding voor een prenataal huisbezoek"
Description: "The referral to the desk of the JGZ (guideline chapter 6, step 2)."
* insert TitleEn([["Referral to a prenatal home visit"]])
* insert DescriptionNl([["De aanmelding bij het aanmeldpunt van de JGZ (handreiking hoofdstuk 6, stap 2)."]])
* obeys phb-ref-1 and phb-ref-2
* extension contains PhbSignaller named signaller 0..1 and PhbPhase named phase 0..1 and PhbNoBirthCareProvider named noBirthCareProvider 0..1
* identifier 1..*
* identifier.system 1..1
* identifier.value 1..1
* intent = #order
* category ^slicing.discriminator.type = #value
* category ^slicing.discriminator.path = "coding.system"
* category ^slicing.rules = #open
* category contains route 1..1
* category[route].coding 1..1
* category[route].coding.system 1..1
* category[route].coding.system = "http://ooievaar.example/fhir/CodeSystem/phb-route"
* category[route].coding.code 1..1
* category[route] from PhbRouteVS (required)
* code 1..1
* code.coding ^slicing.discriminator.type = #pattern
* code.coding ^slicing.discriminator.path = "$this"
* code.coding ^slicing.rules = #open
* code.coding contains activity 1..1
* code.coding[activity] = PhbActivityCS#prenataal-huisbezoek-jgz
* orderDetail from PhbInterventionVS (extensible)
* subject only Reference(Patient)
* authoredOn 1..1
* requester 1..1
* performer 1..1
* performer only Reference(HealthcareService)
* performer obeys phb-svc-1
* performer.extension contains PhbDeskReason named deskReason 0..1
