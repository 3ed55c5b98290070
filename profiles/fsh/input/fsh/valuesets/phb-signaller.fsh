ValueSet: PhbSignallerVS
Id: phb-signaller
Title: "Signaleerder"
Description: "Who can signal; property phase says in which phases the guideline names them (guideline 4.1, 4.2 and annex 2)."
* insert TitleEn([["Who signalled"]])
* insert DescriptionNl([["Wie kan signaleren; de eigenschap phase zegt in welke fasen de handreiking hen noemt (4.1, 4.2 en bijlage 2)."]])
* include codes from system PhbSignallerCS
