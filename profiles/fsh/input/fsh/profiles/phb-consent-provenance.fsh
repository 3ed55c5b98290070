Profile: PhbConsentProvenance
Parent: Provenance
Id: phb-consent-provenance
Title: "Herkomst van een toestemming"
Description: "Who recorded a consent, when and how."
* target only Reference(Consent)
* target obeys phb-pro-1
