Extension: PhbConsentObtained
Id: phb-consent-obtained
Title: "Wijze van toestemming"
Description: "How consent was obtained."
* ^context[0].type = #element
* ^context[0].expression = "Consent"
* value[x] only code
* value[x] 1..1
* value[x] from PhbConsentObtainedVS (required)
