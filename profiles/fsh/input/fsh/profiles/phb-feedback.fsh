Profile: PhbFeedback
Parent: Communication
Id: phb-feedback
Title: "Terugkoppeling"
Description: "Feedback to one recipient, with her consent (guideline chapter 6, step 5)."
* insert TitleEn([["Feedback"]])
* insert DescriptionNl([["Terugkoppeling aan één ontvanger, met haar toestemming (handreiking hoofdstuk 6, stap 5)."]])
* basedOn only Reference(ServiceRequest)
* subject 1..1
* subject only Reference(Patient)
* sent 1..1
* sender 1..1
* recipient 1..*
* payload 1..*
* payload.extension contains PhbFeedbackItem named item 1..1
* payload.content[x] only string or Reference
