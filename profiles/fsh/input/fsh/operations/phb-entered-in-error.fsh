Instance: phb-entered-in-error
InstanceOf: OperationDefinition
Usage: #definition
Title: "Bij de verkeerde vrouw vastgelegd"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-entered-in-error"
* version = "0.1.0"
* name = "PhbEnteredInError"
* title = "Bij de verkeerde vrouw vastgelegd"
* status = #active
* publisher = "Ooievaar"
* description = "Something was recorded in the file of the wrong woman: it closes at once to all but its author, with all its versions and whatever was delivered of it, and whoever received it is told to remove it. A Patient closes its whole file."
* kind = #operation
* date = "2026-11-26"
* affectsState = true
* code = #entered-in-error
* resource[0] = #Patient
* resource[1] = #RelatedPerson
* resource[2] = #EpisodeOfCare
* resource[3] = #ServiceRequest
* resource[4] = #Task
* resource[5] = #Consent
* resource[6] = #Observation
* resource[7] = #Condition
* resource[8] = #Encounter
* resource[9] = #Appointment
* resource[10] = #Composition
* resource[11] = #DocumentReference
* resource[12] = #Binary
* resource[13] = #QuestionnaireResponse
* resource[14] = #CarePlan
* resource[15] = #Goal
* resource[16] = #CareTeam
* resource[17] = #Communication
* resource[18] = #Provenance
* system = false
* type = false
* instance = true
* parameter[0].name = #return
* parameter[0].use = #out
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "What is closed now, and how many parties are told."
* parameter[0].type = #Parameters
* insert InstanceTitleEn([["Recorded for the wrong woman"]])
* insert InstanceDescriptionNl([["Iets is vastgelegd in het dossier van de verkeerde vrouw: het sluit meteen voor iedereen behalve de schrijver, met alle versies en wat ervan is verstrekt, en wie het ontving krijgt bericht om het te verwijderen. Een Patient sluit het hele dossier."]])
