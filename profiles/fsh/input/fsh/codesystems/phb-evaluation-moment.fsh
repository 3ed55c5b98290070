CodeSystem: PhbEvaluationMomentCS
Id: phb-evaluation-moment
Title: "Moment van evalueren"
Description: "When the evaluation takes place (guideline chapter 6, step 6)."
* insert TitleEn([["Moment of the evaluation"]])
* insert DescriptionNl([["Wanneer er wordt geëvalueerd (handreiking hoofdstuk 6, stap 6)."]])
* ^caseSensitive = true
* ^content = #complete
* #interim "Interim"
* #interim ^designation[0].language = #nl
* #interim ^designation[0].value = "tussentijds"
* #six-weeks-postpartum "Six weeks after birth"
* #six-weeks-postpartum ^designation[0].language = #nl
* #six-weeks-postpartum ^designation[0].value = "6 weken post partum"
