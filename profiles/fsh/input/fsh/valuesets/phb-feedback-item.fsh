ValueSet: PhbFeedbackItemVS
Id: phb-feedback-item
Title: "Onderdeel van de terugkoppeling"
Description: "Parts of the feedback to the signaller."
* insert TitleEn([["Item of the feedback"]])
* insert DescriptionNl([["Onderdelen van de terugkoppeling aan wie signaleerde."]])
* include codes from system PhbFeedbackItemCS
