CodeSystem: PhbSubscriptionTopicCS
Id: phb-subscription-topic
Title: "Onderwerp van meldingen"
Description: "What a party can ask to be told of. A Subscription names a topic in criteria as http://ooievaar.example/fhir/SubscriptionTopic/[code]; the CapabilityStatement of the server lists them. A party is told of what it may read at that moment, and of nothing else."
* insert TitleEn([["Topic of notifications"]])
* insert DescriptionNl([["Waarvan een partij meldingen kan vragen. Een Subscription noemt een onderwerp in criteria als http://ooievaar.example/fhir/SubscriptionTopic/[code]; het CapabilityStatement van de server somt ze op. Een partij krijgt een melding van wat zij op dat moment mag lezen, en van niets anders."]])
* ^caseSensitive = true
* ^content = #complete
* #task-changed "A Task was made, changed or ended"
* #task-changed ^designation[0].language = #nl
* #task-changed ^designation[0].value = "een taak is gemaakt, gewijzigd of beëindigd"
* #task-due "The last day of a work task has begun"
* #task-due ^designation[0].language = #nl
* #task-due ^designation[0].value = "de laatste dag van een werktaak is begonnen"
* #task-overdue "The last day of a work task is over"
* #task-overdue ^designation[0].language = #nl
* #task-overdue ^designation[0].value = "de laatste dag van een werktaak is voorbij"
* #consent-changed "A Consent was given, changed or withdrawn"
* #consent-changed ^designation[0].language = #nl
* #consent-changed ^designation[0].value = "een toestemming is gegeven, gewijzigd of ingetrokken"
* #feedback-arrived "Feedback was sent to you"
* #feedback-arrived ^designation[0].language = #nl
* #feedback-arrived ^designation[0].value = "er is een terugkoppeling aan u gestuurd"
* #emergency-notice "Emergency access was used (for the privacy officer)"
* #emergency-notice ^designation[0].language = #nl
* #emergency-notice ^designation[0].value = "noodtoegang is gebruikt (voor de functionaris gegevensbescherming)"
* #entered-in-error "A record you were given before was about somebody else"
* #entered-in-error ^designation[0].language = #nl
* #entered-in-error ^designation[0].value = "een gegeven dat u eerder kreeg ging over iemand anders"
