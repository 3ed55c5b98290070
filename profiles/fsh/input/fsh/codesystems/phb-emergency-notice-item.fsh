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
* #channel "By what to tell her (phb-contact-channel); absent where nobody asked her or nothing is safe: then nothing is said or sent to her"
* #channel ^designation[0].language = #nl
* #channel ^designation[0].value = "waarlangs het haar te vertellen (phb-contact-channel); ontbreekt als niemand het haar vroeg of niets veilig is: dan wordt haar niets gezegd of gestuurd"
* #telecom "The number or address that is safe"
* #telecom ^designation[0].language = #nl
* #telecom ^designation[0].value = "het nummer of adres dat veilig is"
* #times "When, in her words"
* #times ^designation[0].language = #nl
* #times ^designation[0].value = "wanneer, in haar woorden"
* #voicemail "Whether a message may be left"
* #voicemail ^designation[0].language = #nl
* #voicemail ^designation[0].value = "of er iets ingesproken mag worden"
* #name-to-use "By which name to ask for her, and who to say you are"
* #name-to-use ^designation[0].language = #nl
* #name-to-use ^designation[0].value = "met welke naam naar haar te vragen, en wie te zeggen dat u bent"
* #safe-contact "What else she said of it, in her own words"
* #safe-contact ^designation[0].language = #nl
* #safe-contact ^designation[0].value = "wat zij er verder over zei, in haar eigen woorden"
* #language "Language she prefers"
* #language ^designation[0].language = #nl
* #language ^designation[0].value = "taal die zij het liefst spreekt"
* #interpreter "Whether she needs an interpreter"
* #interpreter ^designation[0].language = #nl
* #interpreter ^designation[0].value = "of zij een tolk nodig heeft"
* #told-in-app "Whether she finds a message of it where she signs in"
* #told-in-app ^designation[0].language = #nl
* #told-in-app ^designation[0].value = "of zij er een bericht van vindt waar zij inlogt"
