Instance: phb-birth-care-fact
InstanceOf: NamingSystem
Usage: #definition
Title: "Gegeven uit een geboortezorgdossier"
* name = "PhbBirthCareFact"
* status = #active
* kind = #identifier
* date = "2026-11-26"
* description = "What a record of birth care told: the record, the fact, and where in the record it stood. By it the same record, sent again, is known; it says nothing of a person."
* responsible = "Ooievaar"
* uniqueId.type = #uri
* uniqueId.value = "http://ooievaar.example/fhir/NamingSystem/birth-care-fact"
* uniqueId.preferred = true
* insert InstanceDescriptionNl([["Wat een geboortezorgdossier vertelde: het dossier, het gegeven, en waar in het dossier het stond. Hieraan is hetzelfde dossier te herkennen als het opnieuw komt; het zegt niets over een persoon."]])
