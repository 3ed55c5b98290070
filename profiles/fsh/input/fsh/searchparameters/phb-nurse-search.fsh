Instance: phb-nurse-search
InstanceOf: SearchParameter
Usage: #definition
Title: "Jeugdverpleegkundige"
* url = "http://ooievaar.example/fhir/SearchParameter/phb-nurse-search"
* version = "0.1.0"
* name = "PhbNurseSearch"
* status = #active
* publisher = "Ooievaar"
* description = "Work tasks by the nurse or team that does the work."
* code = #nurse
* base[0] = #Task
* type = #reference
* expression = "Task.extension.where(url = 'http://ooievaar.example/fhir/StructureDefinition/phb-nurse').value"
* target[0] = #PractitionerRole
* target[1] = #CareTeam
* xpathUsage = #normal
* date = "2026-11-26"
* insert InstanceDescriptionNl([["Werktaken naar de verpleegkundige of het team dat het werk doet."]])
