ValueSet: PhbDestructionRefusalVS
Id: phb-destruction-refusal
Title: "Reden om niet te vernietigen"
Description: "Why her request for destruction was refused (BW 7:455 lid 2; AVG 17 lid 3)."
* insert TitleEn([["Reason not to destroy"]])
* insert DescriptionNl([["Waarom haar verzoek om vernietiging is geweigerd (BW 7:455 lid 2; AVG 17 lid 3)."]])
* include codes from system PhbDestructionRefusalCS
