CodeSystem: PhbPhaseCS
Id: phb-phase
Title: "Fase"
Description: "The phases in which somebody can signal (guideline 4.1 and annex 2)."
* insert TitleEn([["Phase"]])
* insert DescriptionNl([["De fasen waarin iemand kan signaleren (handreiking 4.1 en bijlage 2)."]])
* ^caseSensitive = true
* ^content = #complete
* #preconception "Before conception"
* #preconception ^designation[0].language = #nl
* #preconception ^designation[0].value = "preconceptioneel"
* #early-pregnancy "Early in the pregnancy"
* #early-pregnancy ^designation[0].language = #nl
* #early-pregnancy ^designation[0].value = "vroeg in de zwangerschap"
* #pregnancy "During the pregnancy"
* #pregnancy ^designation[0].language = #nl
* #pregnancy ^designation[0].value = "gedurende de zwangerschap"
* #around-birth "Around birth"
* #around-birth ^designation[0].language = #nl
* #around-birth ^designation[0].value = "rond de geboorte"
* #after-birth "After birth"
* #after-birth ^designation[0].language = #nl
* #after-birth ^designation[0].value = "na de geboorte"
