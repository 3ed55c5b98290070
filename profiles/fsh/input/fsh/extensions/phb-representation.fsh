Extension: PhbRepresentation
Id: phb-representation
Title: "Grond van vertegenwoordiging"
Description: "On which ground somebody represents the patient."
* insert TitleEn([["Ground of representation"]])
* insert DescriptionNl([["Op welke grond iemand de patiënt vertegenwoordigt."]])
* ^context[0].type = #element
* ^context[0].expression = "RelatedPerson"
* value[x] only code
* value[x] 1..1
* value[x] from PhbRepresentationGroundVS (required)
