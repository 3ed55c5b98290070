Extension: PhbIncapacity
Id: phb-incapacity
Title: "Wilsonbekwaam voor deze beslissing"
Description: "The professional who judged that she is not capable of this very decision, so that her representative takes it."
* insert TitleEn([["Not capable of this decision"]])
* insert DescriptionNl([["De professional die oordeelde dat zij voor juist deze beslissing wilsonbekwaam is, zodat haar vertegenwoordiger die neemt."]])
* ^context[0].type = #element
* ^context[0].expression = "Consent"
* value[x] only Reference(Practitioner or PractitionerRole)
* value[x] 1..1
