ValueSet: PhbEmergencyBasisVS
Id: phb-emergency-basis
Title: "Grondslag van noodtoegang"
Description: "Legal bases on which emergency access can be opened."
* insert TitleEn([["Basis of emergency access"]])
* insert DescriptionNl([["Grondslagen waarop noodtoegang geopend kan worden."]])
* include codes from system PhbEmergencyBasisCS
