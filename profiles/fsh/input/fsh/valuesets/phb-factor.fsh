ValueSet: PhbFactorVS
Id: phb-factor
Title: "Risicofactor of beschermende factor"
Description: "Any factor that plays a role in the situation of the family (guideline 5.2)."
* insert TitleEn([["Risk factor or protective factor"]])
* insert DescriptionNl([["Elke factor die een rol speelt in de situatie van het gezin (handreiking 5.2)."]])
* include codes from system PhbRiskFactorCS
* include codes from system PhbProtectiveFactorCS
