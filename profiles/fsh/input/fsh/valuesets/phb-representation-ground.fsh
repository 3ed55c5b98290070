ValueSet: PhbRepresentationGroundVS
Id: phb-representation-ground
Title: "Grond van vertegenwoordiging"
Description: "On what somebody represents another; being a partner is no ground."
* insert TitleEn([["Ground of representation"]])
* insert DescriptionNl([["Op grond waarvan iemand een ander vertegenwoordigt; partner zijn is geen grond."]])
* include codes from system PhbRepresentationGroundCS
