ValueSet: PhbActivityVS
Id: phb-activity
Title: "Activiteit"
Description: "What is asked for."
* insert TitleEn([["Activity"]])
* insert DescriptionNl([["Wat er wordt gevraagd."]])
* include codes from system PhbActivityCS
