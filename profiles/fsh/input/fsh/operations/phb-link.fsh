Instance: phb-link
InstanceOf: OperationDefinition
Usage: #definition
Title: "Dossiers koppelen"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-link"
* version = "0.1.0"
* name = "PhbLink"
* title = "Dossiers koppelen"
* status = #active
* publisher = "Ooievaar"
* description = "Two records that the caller keeps are of one woman: from now on her view, her consents and her access log are of both, and an objection in the one stops the other. Each keeps its history, and $unlink undoes it. Records with different citizen service numbers are refused."
* kind = #operation
* date = "2026-11-26"
* affectsState = true
* code = #link
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
* insert InstanceTitleEn([["Link two records"]])
* insert InstanceDescriptionNl([["Twee dossiers van de aanroeper zijn van één vrouw: vanaf nu gelden haar inzage, toestemmingen en toegangslogboek voor beide, en houdt een bezwaar in het ene ook het andere tegen. Elk houdt zijn geschiedenis, en $unlink maakt het ongedaan. Dossiers met verschillende burgerservicenummers worden geweigerd."]])
