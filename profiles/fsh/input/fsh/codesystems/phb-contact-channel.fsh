CodeSystem: PhbContactChannelCS
Id: phb-contact-channel
Title: "Weg waarlangs zij te bereiken is"
Description: "Ways of reaching her that she may have called safe (phb-safe-contact)."
* insert TitleEn([["Channel of contact"]])
* insert DescriptionNl([["Wegen om haar te bereiken die zij veilig kan hebben genoemd (phb-safe-contact)."]])
* ^caseSensitive = true
* ^content = #complete
* #phone "Phone call"
* #phone ^designation[0].language = #nl
* #phone ^designation[0].value = "telefoongesprek"
* #text-message "Text message"
* #text-message ^designation[0].language = #nl
* #text-message ^designation[0].value = "tekstbericht"
* #email "E-mail"
* #email ^designation[0].language = #nl
* #email ^designation[0].value = "e-mail"
* #letter "Letter"
* #letter ^designation[0].language = #nl
* #letter ^designation[0].value = "brief"
* #app "App or portal in which she signs in"
* #app ^designation[0].language = #nl
* #app ^designation[0].value = "app of portaal waarin zij inlogt"
* #signaller "Through whoever signalled: only that she should get in touch, never what about"
* #signaller ^designation[0].language = #nl
* #signaller ^designation[0].value = "via wie signaleerde: alleen dat zij contact kan opnemen, nooit waarover"
* #in-person "In person"
* #in-person ^designation[0].language = #nl
* #in-person ^designation[0].value = "persoonlijk gesprek"
