Instance: phb-apply
InstanceOf: OperationDefinition
Usage: #definition
Title: "Instroomcriteria langslopen"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-apply"
* version = "0.1.0"
* name = "PhbApply"
* title = "Instroomcriteria langslopen"
* status = #active
* publisher = "Ooievaar"
* description = "Holds the criteria of one plan of this package against what the caller may see of a woman, or against data that are sent along, and tells which are met, which are not and what is not known. A proposal to talk about, never a decision: nothing is stored or marked by it. With a subject it is on record as a read of what was looked at."
* kind = #operation
* date = "2026-11-26"
* affectsState = false
* code = #apply
* base = "http://hl7.org/fhir/OperationDefinition/PlanDefinition-apply"
* resource[0] = #PlanDefinition
* system = false
* type = false
* instance = true
* parameter[0].name = #subject
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "1"
* parameter[0].documentation = "Patient/[id] on this server, of which the caller reads what it may. Needed unless data are sent along."
* parameter[0].type = #string
* parameter[0].searchType = #reference
* parameter[1].name = #data
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "A Bundle of Observations to be used too. Without a subject nothing is read on this server, and none of it is kept in either case."
* parameter[1].type = #Bundle
* parameter[2].name = #return
* parameter[2].use = #out
* parameter[2].min = 1
* parameter[2].max = "1"
* parameter[2].documentation = "A proposal (CarePlan, intent proposal) with the offered actions as a RequestGroup in it, and the reasons and what is missing as notes."
* parameter[2].type = #CarePlan
* insert InstanceTitleEn([["Go through entry criteria"]])
* insert InstanceDescriptionNl([["Legt de criteria van één plan van dit pakket naast wat de vrager over een zwangere mag zien, of naast gegevens die worden meegestuurd, en zegt aan welke is voldaan, aan welke niet en wat niet bekend is. Een voorstel om over te praten, nooit een besluit: er wordt niets bewaard of gemarkeerd. Met een subject staat het als lezen in het logboek."]])
* insert ParameterNl(0, [["Een Patient op deze server (Patient/id), waarvan de vrager leest wat hij mag. Nodig als er geen gegevens worden meegestuurd."]])
* insert ParameterNl(1, [["Een Bundle met Observations die ook meetellen. Zonder subject wordt op deze server niets gelezen; bewaard wordt er nooit iets van."]])
* insert ParameterNl(2, [["Een voorstel (CarePlan, intent proposal) met daarin de aangeboden acties als RequestGroup, en de redenen en wat ontbreekt als notities."]])
