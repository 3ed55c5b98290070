Instance: phb-export
InstanceOf: OperationDefinition
Usage: #definition
Title: "Alles wat van haar is"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-export"
* version = "0.1.0"
* name = "PhbExport"
* title = "Alles wat van haar is"
* status = #active
* publisher = "Ooievaar"
* description = "All versions of all records about her, wherever they are kept, as lines (application/fhir+ndjson) for herself alone. Each part of it passes the gate when it leaves. The last line is a Parameters with what it holds: an export without it is incomplete."
* kind = #operation
* date = "2026-11-26"
* affectsState = false
* code = #export
* resource[0] = #Patient
* system = false
* type = false
* instance = true
* parameter[0].name = #return
* parameter[0].use = #out
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "Lines of resources."
* parameter[0].type = #Binary
* insert InstanceTitleEn([["All that is hers"]])
* insert InstanceDescriptionNl([["Alle versies van alle gegevens over haar, waar ze ook worden bijgehouden, als regels (application/fhir+ndjson), alleen voor haarzelf. Elk deel gaat door de poort op het moment dat het vertrekt. De laatste regel is een Parameters met wat erin zit: een export zonder die regel is niet volledig."]])
