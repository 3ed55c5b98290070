Instance: phb-contact-form-to-bds
InstanceOf: ConceptMap
Usage: #definition
Title: "Vorm van het contact naar BDS"
* url = "http://ooievaar.example/fhir/ConceptMap/phb-contact-form-to-bds"
* version = "0.1.0"
* name = "PhbContactFormToBds"
* title = "Vorm van het contact naar BDS"
* status = #active
* publisher = "Ooievaar"
* description = "Forms of contact to the answers of BDS element 1577 (vorm van activiteit)."
* date = "2026-11-24"
* group[0].source = "http://ooievaar.example/fhir/CodeSystem/phb-contact-form"
* group[0].target = "urn:oid:2.16.840.1.113883.2.4.4.40.424"
* group[0].element[0].code = #home
* group[0].element[0].target[0].code = #06
* group[0].element[0].target[0].equivalence = #equivalent
* group[0].element[0].target[0].comment = "Huisbezoek."
* group[0].element[1].code = #digital
* group[0].element[1].target[0].code = #01
* group[0].element[1].target[0].equivalence = #narrower
* group[0].element[1].target[0].comment = "Beeldbellen; another digital contact has no answer of its own."
* group[0].element[2].code = #elsewhere
* group[0].element[2].target[0].code = #03
* group[0].element[2].target[0].equivalence = #equivalent
* group[0].element[2].target[0].comment = "Face-to-face anders."
* group[0].element[3].code = #jgz-location
* group[0].element[3].target[0].code = #03
* group[0].element[3].target[0].equivalence = #wider
* group[0].element[3].target[0].comment = "Face-to-face anders."
* group[0].element[4].code = #phone
* group[0].element[4].target[0].code = #09
* group[0].element[4].target[0].equivalence = #equivalent
* group[0].element[4].target[0].comment = "Telefonisch."
* insert InstanceTitleEn([["Form of contact to BDS"]])
* insert InstanceDescriptionNl([["Vormen van contact naar de antwoorden van BDS-element 1577 (vorm van activiteit)."]])
