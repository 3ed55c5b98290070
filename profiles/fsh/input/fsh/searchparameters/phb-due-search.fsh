Instance: phb-due-search
InstanceOf: SearchParameter
Usage: #definition
Title: "Uiterste moment"
* url = "http://ooievaar.example/fhir/SearchParameter/phb-due-search"
* version = "0.1.0"
* name = "PhbDueSearch"
* status = #active
* publisher = "Ooievaar"
* description = "Tasks by the period within which they are asked for; its end is the recommended maximum (guideline 7.1)."
* code = #due
* base[0] = #Task
* type = #date
* expression = "Task.restriction.period"
* xpathUsage = #normal
* date = "2026-11-24"
* insert InstanceDescriptionNl([["Taken naar de termijn waarbinnen zij zijn gevraagd; het einde is het aanbevolen maximum (handreiking 7.1)."]])
