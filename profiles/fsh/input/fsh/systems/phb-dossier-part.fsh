Instance: phb-dossier-part
InstanceOf: NamingSystem
Usage: #definition
Title: "Deel van een ouderdossier"
* name = "PhbDossierPart"
* status = #active
* kind = #identifier
* date = "2026-11-26"
* description = "A part of a parent dossier that was taken over: the key of the dossier, and that of the part. By it the same dossier, sent again, is known; it says nothing of a person."
* responsible = "Ooievaar"
* uniqueId.type = #uri
* uniqueId.value = "http://ooievaar.example/fhir/NamingSystem/dossier-part"
* uniqueId.preferred = true
* insert InstanceDescriptionNl([["Een deel van een ouderdossier dat is overgenomen: de sleutel van het dossier, en die van het deel. Hieraan is hetzelfde dossier te herkennen als het opnieuw komt; het zegt niets over een persoon."]])
