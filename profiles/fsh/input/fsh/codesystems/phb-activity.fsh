CodeSystem: PhbActivityCS
Id: phb-activity
Title: "Activiteit"
Description: "What is asked for."
* insert TitleEn([["Activity"]])
* insert DescriptionNl([["Wat er wordt gevraagd."]])
* ^caseSensitive = true
* ^content = #complete
* #prenataal-huisbezoek-jgz "Prenatal home visit by the JGZ"
* #prenataal-huisbezoek-jgz ^designation[0].language = #nl
* #prenataal-huisbezoek-jgz ^designation[0].value = "prenataal huisbezoek door de JGZ"
