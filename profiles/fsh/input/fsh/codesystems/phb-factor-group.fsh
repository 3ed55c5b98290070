CodeSystem: PhbFactorGroupCS
Id: phb-factor-group
Title: "Groep van factoren"
Description: "Groups of risk and protective factors (guideline 5.2.1)."
* insert TitleEn([["Group of factors"]])
* insert DescriptionNl([["Groepen van risicofactoren en beschermende factoren (handreiking 5.2.1)."]])
* ^caseSensitive = true
* ^content = #complete
* #family-situation "Family situation"
* #family-situation ^designation[0].language = #nl
* #family-situation ^designation[0].value = "gezinssituatie"
* #attachment-and-parenting "Attachment and parenting"
* #attachment-and-parenting ^designation[0].language = #nl
* #attachment-and-parenting ^designation[0].value = "hechting en ouderschap"
* #parents-health "Health of the parents"
* #parents-health ^designation[0].language = #nl
* #parents-health ^designation[0].value = "gezondheid van de ouder(s)"
* #life-course "Life course of the parents"
* #life-course ^designation[0].language = #nl
* #life-course ^designation[0].value = "levensloopontwikkeling ouders"
* #finances "Finances"
* #finances ^designation[0].language = #nl
* #finances ^designation[0].value = "financiën"
* #communication "Communication"
* #communication ^designation[0].language = #nl
* #communication ^designation[0].value = "communicatie"
* #informal-support "Informal support and network"
* #informal-support ^designation[0].language = #nl
* #informal-support ^designation[0].value = "informele steun en netwerk"
* #formal-services "Use of formal services"
* #formal-services ^designation[0].language = #nl
* #formal-services ^designation[0].value = "gebruik van formele voorzieningen"
