ValueSet: PhbActivityVS
Id: phb-activity
Title: "Activiteit"
Description: "What is asked for."
* include codes from system PhbActivityCS
