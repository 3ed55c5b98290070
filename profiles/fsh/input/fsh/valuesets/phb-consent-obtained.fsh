ValueSet: PhbConsentObtainedVS
Id: phb-consent-obtained
Title: "Wijze van toestemming"
Description: "How consent was obtained."
* insert TitleEn([["Way of consenting"]])
* insert DescriptionNl([["Hoe de toestemming is gegeven."]])
* include codes from system PhbConsentObtainedCS
