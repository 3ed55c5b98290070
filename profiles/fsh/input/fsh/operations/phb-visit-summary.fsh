Instance: phb-visit-summary
InstanceOf: OperationDefinition
Usage: #definition
Title: "Stand van het bezoek"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-visit-summary"
* version = "0.1.0"
* name = "PhbVisitSummary"
* title = "Stand van het bezoek"
* status = #active
* publisher = "Ooievaar"
* description = "How far one visit is, worked out when it is asked and kept nowhere: who leads, who has to inform all involved, how many contacts took place and how long they took in total, and what somebody has to look at. For the JGZ that keeps the work task; a worklist asks it beside its tasks."
* kind = #operation
* date = "2026-11-26"
* affectsState = false
* code = #visit-summary
* resource[0] = #Task
* system = false
* type = false
* instance = true
* parameter[0].name = #duty
* parameter[0].use = #out
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "Who has to inform all involved now: youth-nurse, or case-lead from the moment a professional leads."
* parameter[0].type = #code
* parameter[1].name = #lead
* parameter[1].use = #out
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].documentation = "Who leads: family, professional, or youth-nurse until one of them is known."
* parameter[1].type = #code
* parameter[2].name = #contacts
* parameter[2].use = #out
* parameter[2].min = 1
* parameter[2].max = "1"
* parameter[2].documentation = "How many contacts took place."
* parameter[2].type = #integer
* parameter[3].name = #minutes
* parameter[3].use = #out
* parameter[3].min = 1
* parameter[3].max = "1"
* parameter[3].documentation = "Minutes they took: as stated (Encounter.length), else from begin to end."
* parameter[3].type = #integer
* parameter[4].name = #attention
* parameter[4].use = #out
* parameter[4].min = 0
* parameter[4].max = "*"
* parameter[4].documentation = "What somebody has to look at."
* parameter[4].part[0].name = #what
* parameter[4].part[0].use = #out
* parameter[4].part[0].min = 1
* parameter[4].part[0].max = "1"
* parameter[4].part[0].documentation = "appointment-past: nobody said what became of it; appointment-without-contact: it was kept, and no contact refers to it."
* parameter[4].part[0].type = #code
* parameter[4].part[1].name = #where
* parameter[4].part[1].use = #out
* parameter[4].part[1].min = 1
* parameter[4].part[1].max = "1"
* parameter[4].part[1].documentation = "The Appointment."
* parameter[4].part[1].type = #Reference
* insert InstanceTitleEn([["Visit summary"]])
* insert InstanceDescriptionNl([["Hoe ver een bezoek is, uitgerekend als het wordt gevraagd en nergens bewaard: wie de regie heeft, wie alle betrokkenen moet informeren, hoeveel contacten er waren en hoe lang ze samen duurden, en waar iemand naar moet kijken. Voor de JGZ die de werktaak bijhoudt; een werklijst vraagt het bij haar taken."]])
