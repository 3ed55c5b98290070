Extension: PhbConsentObtained
Id: phb-consent-obtained
Title: "Wijze van toestemming"
Description: "How consent was obtained."
* insert TitleEn([["Way of consenting"]])
* insert DescriptionNl([["Hoe de toestemming is gegeven."]])
* ^context[0].type = #element
* ^context[0].expression = "Consent"
* value[x] only code
* value[x] 1..1
* value[x] from PhbConsentObtainedVS (required)
