Instance: phb-signaller-to-uzi
InstanceOf: ConceptMap
Usage: #definition
Title: "Signaleerders naar UZI-rolcodes"
* url = "http://ooievaar.example/fhir/ConceptMap/phb-signaller-to-uzi"
* version = "0.1.0"
* name = "PhbSignallerToUzi"
* title = "Signaleerders naar UZI-rolcodes"
* status = #active
* publisher = "Ooievaar"
* description = "Who signalled to the role codes of the UZI register; whoever stands outside care has none."
* date = "2026-11-24"
* group[0].source = "http://ooievaar.example/fhir/CodeSystem/phb-signaller"
* group[0].target = "http://fhir.nl/fhir/NamingSystem/uzi-rolcode"
* group[0].element[0].code = #midwife
* group[0].element[0].target[0].code = #03.000
* group[0].element[0].target[0].equivalence = #wider
* group[0].element[0].target[0].comment = "Verloskundige, of the first or second line."
* group[0].element[1].code = #hospital-midwife
* group[0].element[1].target[0].code = #03.000
* group[0].element[1].target[0].equivalence = #wider
* group[0].element[1].target[0].comment = "Verloskundige, of the first or second line."
* group[0].element[2].code = #gynaecologist
* group[0].element[2].target[0].code = #01.046
* group[0].element[2].target[0].equivalence = #equivalent
* group[0].element[3].code = #gp
* group[0].element[3].target[0].code = #01.015
* group[0].element[3].target[0].equivalence = #equivalent
* group[0].element[4].code = #youth-doctor
* group[0].element[4].target[0].code = #01.070
* group[0].element[4].target[0].equivalence = #equivalent
* group[0].element[5].code = #youth-nurse
* group[0].element[5].target[0].code = #30.000
* group[0].element[5].target[0].equivalence = #wider
* group[0].element[5].target[0].comment = "Verpleegkundige: a youth nurse has no code of her own."
* group[0].element[6].code = #hospital-nurse
* group[0].element[6].target[0].code = #30.000
* group[0].element[6].target[0].equivalence = #wider
* group[0].element[6].target[0].comment = "Verpleegkundige."
* group[0].element[7].code = #maternity-care-assistant
* group[0].element[7].target[0].equivalence = #unmatched
* group[0].element[7].target[0].comment = "The UZI register has no role for it."
* insert InstanceTitleEn([["Who signalled to UZI role codes"]])
* insert InstanceDescriptionNl([["Wie signaleerde naar de rolcodes van het UZI-register; wie buiten de zorg staat heeft er geen."]])
