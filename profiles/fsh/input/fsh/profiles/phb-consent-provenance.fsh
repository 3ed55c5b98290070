Profile: PhbConsentProvenance
Parent: Provenance
Id: phb-consent-provenance
Title: "Herkomst van een toestemming"
Description: "Who recorded a consent, when and how."
* insert TitleEn([["Provenance of a consent"]])
* insert DescriptionNl([["Wie een toestemming vastlegde, wanneer en hoe."]])
* target only Reference(Consent)
* target obeys phb-pro-1
