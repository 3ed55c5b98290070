ValueSet: PhbFeedbackItemVS
Id: phb-feedback-item
Title: "Onderdeel van de terugkoppeling"
Description: "Parts of the feedback to the signaller."
* include codes from system PhbFeedbackItemCS
