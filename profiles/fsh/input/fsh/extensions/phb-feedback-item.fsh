Extension: PhbFeedbackItem
Id: phb-feedback-item
Title: "Onderdeel van de terugkoppeling"
Description: "What a part of the feedback is about."
* insert TitleEn([["Item of the feedback"]])
* insert DescriptionNl([["Waar een onderdeel van de terugkoppeling over gaat."]])
* ^context[0].type = #element
* ^context[0].expression = "Communication.payload"
* value[x] only code
* value[x] 1..1
* value[x] from PhbFeedbackItemVS (required)
