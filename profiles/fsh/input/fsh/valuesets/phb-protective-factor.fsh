ValueSet: PhbProtectiveFactorVS
Id: phb-protective-factor
Title: "Beschermende factor"
Description: "Protective factors (guideline 5.2.2): 18 factors, and other."
* insert TitleEn([["Protective factor"]])
* insert DescriptionNl([["Beschermende factoren (handreiking 5.2.2): 18 factoren, en anders."]])
* include codes from system PhbProtectiveFactorCS
