Instance: phb-source-sha-256
InstanceOf: NamingSystem
Usage: #definition
Title: "Vingerafdruk van een bron"
* name = "PhbSourceSha256"
* status = #active
* kind = #identifier
* date = "2026-11-26"
* description = "SHA-256 of the bytes of a record that was read, in hexadecimal."
* responsible = "Ooievaar"
* uniqueId.type = #uri
* uniqueId.value = "http://ooievaar.example/fhir/NamingSystem/source-sha-256"
* uniqueId.preferred = true
* insert InstanceDescriptionNl([["SHA-256 van de bytes van een dossier dat is gelezen, hexadecimaal."]])
