ValueSet: PhbRiskFactorVS
Id: phb-risk-factor
Title: "Risicofactor"
Description: "Risk factors (guideline 5.2.1): 56 factors, and other."
* include codes from system PhbRiskFactorCS
