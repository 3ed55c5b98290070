Instance: phb-pregnancy-ended
InstanceOf: OperationDefinition
Usage: #definition
Title: "Zwangerschap beëindigd"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-pregnancy-ended"
* version = "0.1.0"
* name = "PhbPregnancyEnded"
* title = "Zwangerschap beëindigd"
* status = #active
* publisher = "Ooievaar"
* description = "The pregnancy ended, whatever the cause: in one transaction work and referral tasks come to a neutral end, clocks, reminders, appointments and what is queued stop, and no feedback is derived. The cause is nowhere in it. By the custodian of a file about her, or herself. Done twice it is done once."
* kind = #operation
* date = "2026-11-26"
* affectsState = true
* code = #pregnancy-ended
* resource[0] = #Patient
* system = false
* type = false
* instance = true
* parameter[0].name = #date
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "1"
* parameter[0].documentation = "The day on which it ended, if it may be told."
* parameter[0].type = #date
* parameter[1].name = #record
* parameter[1].use = #out
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].documentation = "The EpisodeOfCare that says, in the file it was recorded in and nowhere else, that a pregnancy ended."
* parameter[1].type = #Reference
* parameter[2].name = #repeated
* parameter[2].use = #out
* parameter[2].min = 1
* parameter[2].max = "1"
* parameter[2].documentation = "Whether this was done before and nothing changed now."
* parameter[2].type = #boolean
* insert InstanceTitleEn([["Pregnancy ended"]])
* insert InstanceDescriptionNl([["De zwangerschap is beëindigd, wat de oorzaak ook is: in één transactie komen werktaken en taken van aanmeldingen tot een neutraal einde, stoppen termijnen, herinneringen, afspraken en wat klaarstond, en wordt geen terugkoppeling gemaakt. De oorzaak staat er nergens in. Door de verantwoordelijke van een dossier over haar, of door haarzelf. Twee keer is één keer."]])
