Extension: PhbNurse
Id: phb-nurse
Title: "Jeugdverpleegkundige"
Description: "Who does the work inside the JGZ: a nurse or a team. The task stays with the desk, and nobody gains access by it."
* insert TitleEn([["Youth nurse"]])
* insert DescriptionNl([["Wie binnen de JGZ het werk doet: een verpleegkundige of een team. De taak blijft van het aanmeldpunt, en niemand krijgt er toegang door."]])
* ^context[0].type = #element
* ^context[0].expression = "Task"
* value[x] only Reference(PractitionerRole or CareTeam)
* value[x] 1..1
