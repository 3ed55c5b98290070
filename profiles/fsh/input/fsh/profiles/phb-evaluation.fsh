Profile: PhbEvaluation
Parent: QuestionnaireResponse
Id: phb-evaluation
Title: "Evaluatie van het prenataal huisbezoek"
Description: "Answers to the questionnaire of the evaluation, interim or six weeks after birth (guideline chapter 6, step 6)."
* insert TitleEn([["Evaluation of the prenatal home visit"]])
* insert DescriptionNl([["Antwoorden op de vragenlijst van de evaluatie, tussentijds of zes weken na de geboorte (handreiking hoofdstuk 6, stap 6)."]])
* obeys phb-eva-1 and phb-eva-2
* basedOn only Reference(ServiceRequest or CarePlan)
* questionnaire 1..1
* subject 1..1
* subject only Reference(Patient)
* authored 1..1
* author 1..1
