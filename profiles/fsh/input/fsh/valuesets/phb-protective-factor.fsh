ValueSet: PhbProtectiveFactorVS
Id: phb-protective-factor
Title: "Beschermende factor"
Description: "Protective factors (guideline 5.2.2): 18 factors, and other."
* include codes from system PhbProtectiveFactorCS
