Extension: PhbPhase
Id: phb-phase
Title: "Fase van signaleren"
Description: "In which phase somebody signalled (guideline 4.1)."
* insert TitleEn([["Phase of signalling"]])
* insert DescriptionNl([["In welke fase iemand signaleerde (handreiking 4.1)."]])
* ^context[0].type = #element
* ^context[0].expression = "ServiceRequest"
* value[x] only code
* value[x] 1..1
* valueCode from PhbPhaseVS (required)
