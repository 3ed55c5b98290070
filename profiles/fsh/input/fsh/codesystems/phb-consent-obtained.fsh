CodeSystem: PhbConsentObtainedCS
Id: phb-consent-obtained
Title: "Wijze van toestemming"
Description: "How consent was obtained."
* insert TitleEn([["Way of consenting"]])
* insert DescriptionNl([["Hoe de toestemming is gegeven."]])
* ^caseSensitive = true
* ^content = #complete
* #oral "Oral"
* #oral ^designation[0].language = #nl
* #oral ^designation[0].value = "mondeling"
* #written "Written"
* #written ^designation[0].language = #nl
* #written ^designation[0].value = "schriftelijk"
* #portal "Through a portal"
* #portal ^designation[0].language = #nl
* #portal ^designation[0].value = "via een portaal"
