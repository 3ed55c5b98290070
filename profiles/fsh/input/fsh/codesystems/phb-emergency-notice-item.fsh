CodeSystem: PhbEmergencyNoticeItemCS
Id: phb-emergency-notice-item
Title: "Gegeven in een bericht van noodtoegang"
Description: "What the notice of an emergency access tells the privacy officer (Task.input.type)."
* insert TitleEn([["Item of a notice of emergency access"]])
* insert DescriptionNl([["Wat het bericht van noodtoegang de functionaris gegevensbescherming vertelt (Task.input.type)."]])
* ^caseSensitive = true
* ^content = #complete
* #emergency-access "Id of the emergency access, as it stands in the access log"
* #emergency-access ^designation[0].language = #nl
* #emergency-access ^designation[0].value = "kenmerk van de noodtoegang, zoals het in het toegangslog staat"
* #service "Service that opened it"
* #service ^designation[0].language = #nl
* #service ^designation[0].value = "dienst die haar opende"
* #user "Professional who opened it"
* #user ^designation[0].language = #nl
* #user ^designation[0].value = "professional die haar opende"
* #data-class "Class of data that was asked for"
* #data-class ^designation[0].language = #nl
* #data-class ^designation[0].value = "soort gegevens waarom gevraagd is"
* #period "From when until when"
* #period ^designation[0].language = #nl
* #period ^designation[0].value = "van wanneer tot wanneer"
* #safe-contact "How she can be reached safely, in her own words; absent where nobody asked her: then nothing is sent to her"
* #safe-contact ^designation[0].language = #nl
* #safe-contact ^designation[0].value = "hoe zij veilig te bereiken is, in haar eigen woorden; ontbreekt als niemand het haar vroeg: dan wordt haar niets gestuurd"
