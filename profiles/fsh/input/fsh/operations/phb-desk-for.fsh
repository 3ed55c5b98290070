Instance: phb-desk-for
InstanceOf: OperationDefinition
Usage: #definition
Title: "Het aanmeldpunt van een gemeente"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-desk-for"
* version = "0.1.0"
* name = "PhbDeskFor"
* title = "Het aanmeldpunt van een gemeente"
* status = #active
* publisher = "Ooievaar"
* description = "Which desk serves a municipality today. A postal code is a help: one that several municipalities share answers each of them with its desk, to choose from. Directory data only."
* kind = #operation
* date = "2026-11-26"
* affectsState = false
* code = #desk
* resource[0] = #HealthcareService
* system = false
* type = true
* instance = false
* parameter[0].name = #municipality
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "1"
* parameter[0].documentation = "The municipality where she stays, by its CBS code of four digits, with or without GM before it. Either this or postal-code."
* insert ParameterNl(0, [["De gemeente waar zij verblijft, met haar CBS-code van vier cijfers, met of zonder GM ervoor. Dit of postal-code."]])
* parameter[0].type = #string
* parameter[1].name = #postal-code
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "The four digits of a postal code; letters after them are not looked at."
* insert ParameterNl(1, [["De vier cijfers van een postcode; naar letters erachter wordt niet gekeken."]])
* parameter[1].type = #string
* parameter[2].name = #return
* parameter[2].use = #out
* parameter[2].min = 1
* parameter[2].max = "1"
* parameter[2].documentation = "One match for each municipality: the municipality (Coding) and its desk (HealthcareService), absent when one of several has none. More than one match only when a postal code is shared: then choose."
* insert ParameterNl(2, [["Een match voor elke gemeente: de gemeente (Coding) en haar aanmeldpunt (HealthcareService), dat ontbreekt als een van meer gemeenten er geen heeft. Meer dan een match alleen als een postcode wordt gedeeld: kies er dan een."]])
* parameter[2].type = #Parameters
* insert InstanceTitleEn([["The desk of a municipality"]])
* insert InstanceDescriptionNl([["Welk aanmeldpunt een gemeente vandaag bedient. Een postcode is een hulp: een postcode die meer gemeenten delen geeft elk ervan met haar aanmeldpunt, om uit te kiezen. Alleen gegevens uit het adresboek."]])
