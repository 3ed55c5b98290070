Instance: phb-add-statement
InstanceOf: OperationDefinition
Usage: #definition
Title: "Eigen verklaring toevoegen"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-add-statement"
* version = "0.1.0"
* name = "PhbAddStatement"
* title = "Eigen verklaring toevoegen"
* status = #active
* publisher = "Ooievaar"
* description = "She adds her own statement beside a record about her. On a statement of hers: changes it, or without text takes it back. Nobody else can."
* kind = #operation
* date = "2026-11-26"
* affectsState = true
* code = #add-statement
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
* parameter[0].name = #text
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "1"
* parameter[0].documentation = "What she says, 1 to 4000 characters; only a statement can go without, which takes it back."
* parameter[0].type = #string
* parameter[1].name = #return
* parameter[1].use = #out
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].documentation = "The statement."
* parameter[1].type = #Communication
* insert InstanceTitleEn([["Add her own statement"]])
* insert InstanceDescriptionNl([["Zij voegt haar eigen verklaring toe bij een gegeven over haar. Op een verklaring van haar: wijzigt die, of neemt die zonder tekst terug. Niemand anders kan dat."]])
