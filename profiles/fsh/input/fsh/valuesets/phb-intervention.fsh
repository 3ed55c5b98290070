ValueSet: PhbInterventionVS
Id: phb-intervention
Title: "Interventie"
Description: "Interventions, programmes and forms of support that the guideline names (guideline 4.2, 7.1 and chapter 6, step 3)."
* include codes from system PhbInterventionCS
