Instance: phb-about-search
InstanceOf: SearchParameter
Usage: #definition
Title: "Waarover"
* url = "http://ooievaar.example/fhir/SearchParameter/phb-about-search"
* version = "0.1.0"
* name = "PhbAboutSearch"
* status = #active
* publisher = "Ooievaar"
* description = "Communications by the record they speak of: her own statement beside it."
* code = #about
* base[0] = #Communication
* type = #reference
* expression = "Communication.about"
* xpathUsage = #normal
* target[0] = #Resource
* date = "2026-11-26"
* insert InstanceDescriptionNl([["Berichten naar het gegeven waarover zij gaan: haar eigen verklaring erbij."]])
