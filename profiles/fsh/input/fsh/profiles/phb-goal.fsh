Profile: PhbGoal
Parent: Goal
Id: phb-goal
Title: "Doel"
Description: "A goal of the plan, in words she recognises."
* subject only Reference(Patient)
* description.text 1..1
