Extension: PhbMunicipality
Id: phb-municipality
Title: "Gemeente van verblijf"
Description: "Municipality where the woman stays, which decides the desk; entered by hand when there is no address."
* insert TitleEn([["Municipality of stay"]])
* insert DescriptionNl([["Gemeente waar de zwangere verblijft; zij bepaalt het aanmeldpunt en wordt met de hand ingevuld als er geen adres is."]])
* ^context[0].type = #element
* ^context[0].expression = "Patient"
* value[x] only CodeableConcept
* value[x] 1..1
