CodeSystem: PhbFeedbackItemCS
Id: phb-feedback-item
Title: "Onderdeel van de terugkoppeling"
Description: "Parts of the feedback to the signaller."
* insert TitleEn([["Item of the feedback"]])
* insert DescriptionNl([["Onderdelen van de terugkoppeling aan wie signaleerde."]])
* ^caseSensitive = true
* ^content = #complete
* #contact-took-place "Contact took place"
* #contact-took-place ^designation[0].language = #nl
* #contact-took-place ^designation[0].value = "contact heeft plaatsgevonden"
* #advice "Advice"
* #advice ^designation[0].language = #nl
* #advice ^designation[0].value = "advies"
* #chosen-support "Chosen support"
* #chosen-support ^designation[0].language = #nl
* #chosen-support ^designation[0].value = "gekozen ondersteuning"
* #agreements "Agreements"
* #agreements ^designation[0].language = #nl
* #agreements ^designation[0].value = "afspraken"
* #lead "Who leads"
* #lead ^designation[0].language = #nl
* #lead ^designation[0].value = "regie"
* #evaluation-date "Evaluation date"
* #evaluation-date ^designation[0].language = #nl
* #evaluation-date ^designation[0].value = "evaluatiemoment"
* #other "Other"
* #other ^designation[0].language = #nl
* #other ^designation[0].value = "overig"
