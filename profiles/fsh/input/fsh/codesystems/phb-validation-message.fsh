CodeSystem: PhbValidationMessageCS
Id: phb-validation-message
Title: "Regels bij bevindingen"
Description: "Which rule an issue of $validate, or of a message that was refused, is about: the key of an invariant, such as phb-ref-1 or app-3, or else the message id of the HL7 validator. The codes are defined where the rules are, so they are not listed here."
* insert TitleEn([["Rules behind issues"]])
* insert DescriptionNl([["Over welke regel een bevinding van $validate, of van een geweigerd bericht, gaat: de sleutel van een regel, zoals phb-ref-1 of app-3, of anders het meldingsnummer van de HL7-validator. De codes staan waar de regels staan en zijn hier dus niet opgesomd."]])
* ^caseSensitive = true
* ^content = #not-present
