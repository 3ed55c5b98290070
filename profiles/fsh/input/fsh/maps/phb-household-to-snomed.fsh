Instance: phb-household-to-snomed
InstanceOf: ConceptMap
Usage: #definition
Title: "Met wie zij woont naar SNOMED CT"
* url = "http://ooievaar.example/fhir/ConceptMap/phb-household-to-snomed"
* version = "0.1.0"
* name = "PhbHouseholdToSnomed"
* title = "Met wie zij woont naar SNOMED CT"
* status = #active
* publisher = "Ooievaar"
* description = "With whom she lives to the codes of PWD 3.2, element 1717 (gezinssamenstelling)."
* date = "2026-11-24"
* group[0].source = "http://ooievaar.example/fhir/CodeSystem/phb-household"
* group[0].target = "http://snomed.info/sct"
* group[0].element[0].code = #alone
* group[0].element[0].target[0].code = #105529008
* group[0].element[0].target[0].equivalence = #equivalent
* group[0].element[0].target[0].comment = "Source: PWD 3.2, element 1717."
* group[0].element[1].code = #partner
* group[0].element[1].target[0].code = #408821002
* group[0].element[1].target[0].equivalence = #equivalent
* group[0].element[1].target[0].comment = "Source: PWD 3.2, element 1717."
* group[0].element[2].code = #minor-children
* group[0].element[2].target[0].code = #8871000146101
* group[0].element[2].target[0].equivalence = #equivalent
* group[0].element[2].target[0].comment = "Source: PWD 3.2, element 1717."
* group[0].element[3].code = #adult-children
* group[0].element[3].target[0].code = #8861000146107
* group[0].element[3].target[0].equivalence = #equivalent
* group[0].element[3].target[0].comment = "Source: PWD 3.2, element 1717."
* group[0].element[4].code = #parents
* group[0].element[4].target[0].code = #224137008
* group[0].element[4].target[0].equivalence = #equivalent
* group[0].element[4].target[0].comment = "Source: PWD 3.2, element 1717."
* group[0].element[5].code = #relatives
* group[0].element[5].target[0].code = #160756002
* group[0].element[5].target[0].equivalence = #equivalent
* group[0].element[5].target[0].comment = "Source: PWD 3.2, element 1717."
* group[0].element[6].code = #friends
* group[0].element[6].target[0].code = #224131009
* group[0].element[6].target[0].equivalence = #equivalent
* group[0].element[6].target[0].comment = "Source: PWD 3.2, element 1717."
* group[0].element[7].code = #other
* group[0].element[7].target[0].equivalence = #unmatched
* group[0].element[7].target[0].comment = "Tell it in words."
* insert InstanceTitleEn([["With whom she lives to SNOMED CT"]])
* insert InstanceDescriptionNl([["Met wie zij woont naar de codes van PWD 3.2, element 1717 (gezinssamenstelling)."]])
