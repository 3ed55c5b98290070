CodeSystem: PhbInterventionCS
Id: phb-intervention
Title: "Interventie"
Description: "Interventions, programmes and forms of support that the guideline names (guideline 4.2, 7.1 and chapter 6, step 3)."
* insert TitleEn([["Intervention"]])
* insert DescriptionNl([["Interventies, programma's en vormen van steun die de handreiking noemt (4.2, 7.1 en hoofdstuk 6, stap 3)."]])
* ^caseSensitive = true
* ^content = #complete
* #voorzorg "VoorZorg"
* #voorzorg ^designation[0].language = #nl
* #voorzorg ^designation[0].value = "VoorZorg"
* #stevig-ouderschap "Stevig Ouderschap"
* #stevig-ouderschap ^designation[0].language = #nl
* #stevig-ouderschap ^designation[0].value = "Stevig Ouderschap"
* #centering "Centering Pregnancy, Centering Zorg"
* #centering ^designation[0].language = #nl
* #centering ^designation[0].value = "Centering Pregnancy, Centering Zorg"
* #home-start "Home-Start"
* #home-start ^designation[0].language = #nl
* #home-start ^designation[0].value = "Home-Start"
* #moeders-informeren-moeders "Moeders Informeren Moeders (MIM)"
* #moeders-informeren-moeders ^designation[0].language = #nl
* #moeders-informeren-moeders ^designation[0].value = "Moeders Informeren Moeders (MIM)"
* #steunouder "Steunouder"
* #steunouder ^designation[0].language = #nl
* #steunouder ^designation[0].value = "Steunouder"
* #teenage-mother-group "Group for teenage mothers"
* #teenage-mother-group ^designation[0].language = #nl
* #teenage-mother-group ^designation[0].value = "tienermoedergroep"
* #debt-support "Debt support"
* #debt-support ^designation[0].language = #nl
* #debt-support ^designation[0].value = "schuldhulpverlening"
* #housing-support "Support with housing"
* #housing-support ^designation[0].language = #nl
* #housing-support ^designation[0].value = "hulp bij huisvesting"
* #jgz-support-visits "Further prenatal support visits by the JGZ"
* #jgz-support-visits ^designation[0].language = #nl
* #jgz-support-visits ^designation[0].value = "prenatale begeleidingsbezoeken door de JGZ"
* #other "Other, namely"
* #other ^designation[0].language = #nl
* #other ^designation[0].value = "anders, namelijk"
