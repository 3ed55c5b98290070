Extension: PhbSafeContact
Id: phb-safe-contact
Title: "Veilig contact"
Description: "When and how she can be reached without risk, in her own words."
* insert TitleEn([["Safe contact"]])
* insert DescriptionNl([["Wanneer en hoe zij zonder gevaar te bereiken is, in haar eigen woorden."]])
* ^context[0].type = #element
* ^context[0].expression = "Patient"
* value[x] only string
* value[x] 1..1
