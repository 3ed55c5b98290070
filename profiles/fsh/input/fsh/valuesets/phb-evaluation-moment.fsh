ValueSet: PhbEvaluationMomentVS
Id: phb-evaluation-moment
Title: "Moment van evalueren"
Description: "When the evaluation takes place (guideline chapter 6, step 6)."
* include codes from system PhbEvaluationMomentCS
