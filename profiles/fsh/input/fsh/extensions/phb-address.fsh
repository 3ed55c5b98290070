Extension: PhbAddress
Id: phb-address
Title: "Adres"
Description: "The address that an observation of a withheld address is about."
* insert TitleEn([["Address"]])
* insert DescriptionNl([["Het adres waar een waarneming van een geheim adres over gaat."]])
* ^context[0].type = #element
* ^context[0].expression = "Observation"
* value[x] only Address
* value[x] 1..1
