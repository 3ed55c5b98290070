ValueSet: PhbSignallerVS
Id: phb-signaller
Title: "Signaleerder"
Description: "Who can signal; property phase says in which phases the guideline names them (guideline 4.1, 4.2 and annex 2)."
* include codes from system PhbSignallerCS
