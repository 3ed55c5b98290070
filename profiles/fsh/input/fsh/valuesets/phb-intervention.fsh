ValueSet: PhbInterventionVS
Id: phb-intervention
Title: "Interventie"
Description: "Interventions, programmes and forms of support that the guideline names (guideline 4.2, 7.1 and chapter 6, step 3)."
* insert TitleEn([["Intervention"]])
* insert DescriptionNl([["Interventies, programma's en vormen van steun die de handreiking noemt (4.2, 7.1 en hoofdstuk 6, stap 3)."]])
* include codes from system PhbInterventionCS
