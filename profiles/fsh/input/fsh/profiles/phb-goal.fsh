Profile: PhbGoal
Parent: Goal
Id: phb-goal
Title: "Doel"
Description: "A goal of the plan, in words she recognises."
* insert TitleEn([["Goal"]])
* insert DescriptionNl([["Een doel van het plan, in woorden die zij herkent."]])
* subject only Reference(Patient)
* description.text 1..1
