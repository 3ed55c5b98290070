ValueSet: PhbConsentObtainedVS
Id: phb-consent-obtained
Title: "Wijze van toestemming"
Description: "How consent was obtained."
* include codes from system PhbConsentObtainedCS
