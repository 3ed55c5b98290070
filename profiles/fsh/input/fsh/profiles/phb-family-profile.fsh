Profile: PhbFamilyProfile
Parent: QuestionnaireResponse
Id: phb-family-profile
Title: "Gezinsprofiel"
Description: "Answers to the questionnaire of the family profile: household, partner, other children as numbers and ages, housing, income and language (guideline 8.3)."
* insert TitleEn([["Family profile"]])
* insert DescriptionNl([["Antwoorden op de vragenlijst van het gezinsprofiel: huishouden, partner, andere kinderen als aantallen en leeftijden, wonen, inkomen en taal (handreiking 8.3)."]])
* obeys phb-fam-1 and phb-fam-2
* basedOn only Reference(ServiceRequest or CarePlan)
* questionnaire 1..1
* subject 1..1
* subject only Reference(Patient)
* authored 1..1
* author 1..1
