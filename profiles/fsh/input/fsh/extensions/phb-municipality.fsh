Extension: PhbMunicipality
Id: phb-municipality
Title: "Gemeente van verblijf"
Description: "Municipality where the woman stays, which decides the desk; entered by hand when there is no address."
* ^context[0].type = #element
* ^context[0].expression = "Patient"
* value[x] only CodeableConcept
* value[x] 1..1
