Instance: phb-document
InstanceOf: OperationDefinition
Usage: #definition
Title: "Terugkoppeling als document"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-document"
* version = "0.1.0"
* name = "PhbDocument"
* title = "Terugkoppeling als document"
* status = #active
* publisher = "Ooievaar"
* description = "One feedback as a document: a Bundle with a Composition, whose text a person can read, and the feedback itself; with Accept: text/html the page alone, in Dutch or English. It is a disclosure as a read of the feedback is: the gate decides, and it is on record."
* kind = #operation
* date = "2026-11-26"
* affectsState = false
* code = #document
* resource[0] = #Communication
* system = false
* type = false
* instance = true
* parameter[0].name = #return
* parameter[0].use = #out
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "A Bundle of type document."
* parameter[0].type = #Bundle
* insert InstanceTitleEn([["Feedback as a document"]])
* insert InstanceDescriptionNl([["Een terugkoppeling als document: een Bundle met een Composition, waarvan een mens de tekst kan lezen, en de terugkoppeling zelf; met Accept: text/html alleen de pagina, in het Nederlands of Engels. Het is een inzage zoals het lezen van de terugkoppeling dat is: de toegangsregels beslissen, en het wordt vastgelegd."]])
