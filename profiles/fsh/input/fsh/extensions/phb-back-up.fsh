Extension: PhbBackUp
Id: phb-back-up
Title: "Vervanger"
Description: "Who takes over when the nurse is absent, so that the family meets few persons."
* insert TitleEn([["Back-up"]])
* insert DescriptionNl([["Wie het overneemt als de verpleegkundige afwezig is, zodat het gezin weinig wisselingen heeft."]])
* ^context[0].type = #element
* ^context[0].expression = "Task"
* value[x] only Reference(PractitionerRole or CareTeam)
* value[x] 1..1
