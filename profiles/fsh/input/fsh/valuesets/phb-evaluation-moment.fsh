ValueSet: PhbEvaluationMomentVS
Id: phb-evaluation-moment
Title: "Moment van evalueren"
Description: "When the evaluation takes place (guideline chapter 6, step 6)."
* insert TitleEn([["Moment of the evaluation"]])
* insert DescriptionNl([["Wanneer er wordt geëvalueerd (handreiking hoofdstuk 6, stap 6)."]])
* include codes from system PhbEvaluationMomentCS
