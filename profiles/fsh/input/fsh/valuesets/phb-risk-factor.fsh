ValueSet: PhbRiskFactorVS
Id: phb-risk-factor
Title: "Risicofactor"
Description: "Risk factors (guideline 5.2.1): 56 factors, and other."
* insert TitleEn([["Risk factor"]])
* insert DescriptionNl([["Risicofactoren (handreiking 5.2.1): 56 factoren, en anders."]])
* include codes from system PhbRiskFactorCS
