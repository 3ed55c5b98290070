Instance: phb-municipality
InstanceOf: NamingSystem
Usage: #definition
Title: "Gemeente"
* name = "PhbMunicipality"
* status = #active
* kind = #codesystem
* date = "2026-11-24"
* description = "Municipality by its number of four digits, as Statistics Netherlands (CBS) gives it out."
* responsible = "Centraal Bureau voor de Statistiek"
* uniqueId.type = #uri
* uniqueId.value = "http://ooievaar.example/fhir/NamingSystem/municipality"
* uniqueId.preferred = true
* insert InstanceDescriptionNl([["Gemeente met haar nummer van vier cijfers, zoals het Centraal Bureau voor de Statistiek (CBS) dat uitgeeft."]])
