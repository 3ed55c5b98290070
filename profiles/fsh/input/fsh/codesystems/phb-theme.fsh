CodeSystem: PhbThemeCS
Id: phb-theme
Title: "Thema"
Description: "The eleven themes of the findings (guideline 8.3)."
* insert TitleEn([["Theme"]])
* insert DescriptionNl([["De elf thema's van de bevindingen (handreiking 8.3)."]])
* ^caseSensitive = true
* ^content = #complete
* #attachment-and-parenting "Attachment and parenting"
* #attachment-and-parenting ^designation[0].language = #nl
* #attachment-and-parenting ^designation[0].value = "hechting en ouderschap"
* #parents-health "Health of mother and father"
* #parents-health ^designation[0].language = #nl
* #parents-health ^designation[0].value = "gezondheid van de moeder en de vader"
* #child-development "Development of the child"
* #child-development ^designation[0].language = #nl
* #child-development ^designation[0].value = "ontwikkeling van het kind"
* #life-course "Life course of the mother and, where relevant, the father"
* #life-course ^designation[0].language = #nl
* #life-course ^designation[0].value = "levensloopontwikkeling van de moeder en eventueel de vader"
* #safety "Safety"
* #safety ^designation[0].language = #nl
* #safety ^designation[0].value = "veiligheid"
* #finances-and-housing "Finances and housing"
* #finances-and-housing ^designation[0].language = #nl
* #finances-and-housing ^designation[0].value = "financiën en huisvesting"
* #communication "Communication"
* #communication ^designation[0].language = #nl
* #communication ^designation[0].value = "communicatie"
* #informal-support "Informal support and network"
* #informal-support ^designation[0].language = #nl
* #informal-support ^designation[0].value = "informele steun en netwerk"
* #formal-services "Use of formal community services"
* #formal-services ^designation[0].language = #nl
* #formal-services ^designation[0].value = "gebruik van formele gemeenschapsvoorzieningen"
* #problem-solving "Problem-solving ability"
* #problem-solving ^designation[0].language = #nl
* #problem-solving ^designation[0].value = "probleemoplossend vermogen"
* #motivation "Motivation"
* #motivation ^designation[0].language = #nl
* #motivation ^designation[0].value = "motivatie"
