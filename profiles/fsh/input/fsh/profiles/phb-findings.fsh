Profile: PhbFindings
Parent: QuestionnaireResponse
Id: phb-findings
Title: "Bevindingen van het prenataal huisbezoek"
Description: "Answers to the questionnaire of the findings (guideline 8.3)."
* insert TitleEn([["Findings of the prenatal home visit"]])
* insert DescriptionNl([["Antwoorden op de vragenlijst van de bevindingen (handreiking 8.3)."]])
* obeys phb-fin-1 and phb-fin-2 and phb-fin-3 and phb-fin-4 and phb-fin-5
* basedOn only Reference(ServiceRequest or CarePlan)
* questionnaire 1..1
* subject 1..1
* subject only Reference(Patient)
* authored 1..1
* author 1..1
