ValueSet: PhbPhaseVS
Id: phb-phase
Title: "Fase"
Description: "The phases in which somebody can signal (guideline 4.1 and annex 2)."
* insert TitleEn([["Phase"]])
* insert DescriptionNl([["De fasen waarin iemand kan signaleren (handreiking 4.1 en bijlage 2)."]])
* include codes from system PhbPhaseCS
