Instance: phb-send-feedback
InstanceOf: OperationDefinition
Usage: #definition
Title: "Terugkoppeling versturen"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-send-feedback"
* version = "0.1.0"
* name = "PhbSendFeedback"
* title = "Terugkoppeling versturen"
* status = #active
* publisher = "Ooievaar"
* description = "Sends the feedback that $preview-feedback showed, to one recipient, also before the work ends; what is sent this way is not sent again when the work is completed. Only with her consent for this recipient. The very same a second time answers the first and says so."
* kind = #operation
* date = "2026-11-26"
* affectsState = true
* code = #send-feedback
* resource[0] = #Task
* system = false
* type = false
* instance = true
* parameter[0].name = #recipient
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "The HealthcareService that is told."
* parameter[0].type = #Reference
* parameter[1].name = #item
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "*"
* parameter[1].documentation = "An answer of the findings that was picked with her to go along; default items need no picking."
* parameter[1].part[0].name = #source
* parameter[1].part[0].use = #in
* parameter[1].part[0].min = 1
* parameter[1].part[0].max = "1"
* parameter[1].part[0].documentation = "The findings, by reference with version (QuestionnaireResponse/[id]/_history/[version]): what she was shown."
* parameter[1].part[0].type = #Reference
* parameter[1].part[1].name = #part
* parameter[1].part[1].use = #in
* parameter[1].part[1].min = 1
* parameter[1].part[1].max = "1"
* parameter[1].part[1].documentation = "linkId of the question; a theme is picked question by question."
* parameter[1].part[1].type = #string
* parameter[2].name = #feedback
* parameter[2].use = #out
* parameter[2].min = 1
* parameter[2].max = "1"
* parameter[2].documentation = "The phb-feedback, by reference with version."
* parameter[2].type = #Reference
* parameter[3].name = #repeated
* parameter[3].use = #out
* parameter[3].min = 1
* parameter[3].max = "1"
* parameter[3].documentation = "Whether it was sent before."
* parameter[3].type = #boolean
* insert InstanceTitleEn([["Send feedback"]])
* insert InstanceDescriptionNl([["Verstuurt de terugkoppeling die $preview-feedback liet zien, aan één ontvanger, ook voordat het werk klaar is; wat zo is verstuurd, gaat niet nog eens als het werk wordt afgerond. Alleen met haar toestemming voor deze ontvanger. Precies hetzelfde een tweede keer geeft het eerste, en zegt dat."]])
