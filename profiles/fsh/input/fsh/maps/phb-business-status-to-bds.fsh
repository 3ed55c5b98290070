Instance: phb-business-status-to-bds
InstanceOf: ConceptMap
Usage: #definition
Title: "Voortgang van het werk naar BDS"
* url = "http://ooievaar.example/fhir/ConceptMap/phb-business-status-to-bds"
* version = "0.1.0"
* name = "PhbBusinessStatusToBds"
* title = "Voortgang van het werk naar BDS"
* status = #active
* publisher = "Ooievaar"
* description = "Progress of the work task to the answers of BDS element 1605 (status van activiteit)."
* date = "2026-11-24"
* group[0].source = "http://ooievaar.example/fhir/CodeSystem/phb-business-status"
* group[0].target = "urn:oid:2.16.840.1.113883.2.4.4.40.434"
* group[0].element[0].code = #uitgevoerd
* group[0].element[0].target[0].code = #01
* group[0].element[0].target[0].equivalence = #equivalent
* group[0].element[0].target[0].comment = "Gerealiseerd."
* group[0].element[1].code = #niet-verschenen
* group[0].element[1].target[0].code = #02
* group[0].element[1].target[0].equivalence = #narrower
* group[0].element[1].target[0].comment = "Not carried out; BDS tells whether and how she gave notice."
* group[0].element[1].target[1].code = #03
* group[0].element[1].target[1].equivalence = #narrower
* group[0].element[1].target[1].comment = "Not carried out; BDS tells whether and how she gave notice."
* group[0].element[1].target[2].code = #04
* group[0].element[1].target[2].equivalence = #narrower
* group[0].element[1].target[2].comment = "Not carried out; BDS tells whether and how she gave notice."
* group[0].element[1].target[3].code = #05
* group[0].element[1].target[3].equivalence = #narrower
* group[0].element[1].target[3].comment = "Not carried out; BDS tells whether and how she gave notice."
* group[0].element[2].code = #afgezegd
* group[0].element[2].target[0].code = #06
* group[0].element[2].target[0].equivalence = #narrower
* group[0].element[2].target[0].comment = "In agreement."
* group[0].element[2].target[1].code = #07
* group[0].element[2].target[1].equivalence = #narrower
* group[0].element[2].target[1].comment = "Called off by the JGZ."
* insert InstanceTitleEn([["Progress of the work to BDS"]])
* insert InstanceDescriptionNl([["Voortgang van de werktaak naar de antwoorden van BDS-element 1605 (status van activiteit)."]])
