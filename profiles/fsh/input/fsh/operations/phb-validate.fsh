Instance: phb-validate
InstanceOf: OperationDefinition
Usage: #definition
Title: "Bericht toetsen"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-validate"
* version = "0.1.0"
* name = "PhbValidate"
* title = "Bericht toetsen"
* status = #active
* publisher = "Ooievaar"
* description = "Whether a message keeps the contract: each mistake once, the gravest first, with FHIRPath, line and column, in Dutch or English. Nothing of it is stored."
* kind = #operation
* date = "2026-11-23"
* affectsState = false
* code = #validate
* base = "http://hl7.org/fhir/OperationDefinition/Resource-validate"
* resource[0] = #Resource
* system = true
* type = true
* instance = false
* parameter[0].name = #resource
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "1"
* parameter[0].documentation = "The message, as the body or in Parameters. What is sent to the address of a type must be of that type."
* parameter[0].type = #Resource
* parameter[1].name = #profile
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "A profile of this package to judge by, besides those the message claims."
* parameter[1].type = #uri
* parameter[2].name = #mode
* parameter[2].use = #in
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].documentation = "create, update or profile."
* parameter[2].type = #code
* parameter[3].name = #return
* parameter[3].use = #out
* parameter[3].min = 1
* parameter[3].max = "1"
* parameter[3].documentation = "What was found; without an error the message is accepted."
* parameter[3].type = #OperationOutcome
* insert InstanceTitleEn([["Validate a message"]])
* insert InstanceDescriptionNl([["Of een bericht zich aan de afspraken houdt: elke fout één keer, de ernstigste eerst, met FHIRPath, regel en kolom, in het Nederlands of Engels. Er wordt niets van bewaard."]])
* insert ParameterNl(0, [["Het bericht, als body of in Parameters. Wie het aan het adres van een type stuurt, stuurt een bericht van dat type."]])
* insert ParameterNl(1, [["Een profiel van dit pakket om ook aan te toetsen, naast die het bericht zelf noemt."]])
* insert ParameterNl(2, [["create, update of profile."]])
* insert ParameterNl(3, [["Wat er gevonden is; zonder fout wordt het bericht aangenomen."]])
