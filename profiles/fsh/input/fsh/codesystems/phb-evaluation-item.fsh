CodeSystem: PhbEvaluationItemCS
Id: phb-evaluation-item
Title: "Onderdeel van de evaluatie"
Description: "Subjects of the evaluation (guideline chapter 6, step 6), and what follows from them."
* insert TitleEn([["Part of the evaluation"]])
* insert DescriptionNl([["Onderwerpen van de evaluatie (handreiking hoofdstuk 6, stap 6), en wat eruit volgt."]])
* ^caseSensitive = true
* ^content = #complete
* #moment "Moment of the evaluation"
* #moment ^designation[0].language = #nl
* #moment ^designation[0].value = "moment van evalueren"
* #plan "Plan and how it was carried out"
* #plan ^designation[0].language = #nl
* #plan ^designation[0].value = "plan van aanpak en uitvoering"
* #experience-trajectory "Her and the family's experience of the trajectory"
* #experience-trajectory ^designation[0].language = #nl
* #experience-trajectory ^designation[0].value = "ervaring van de ouder of het gezin met het traject"
* #experience-situation "Her and the family's experience of the present situation"
* #experience-situation ^designation[0].language = #nl
* #experience-situation ^designation[0].value = "ervaring van de ouder of het gezin met de huidige situatie"
* #experience-birth-care "Experience of the birth care with the trajectory"
* #experience-birth-care ^designation[0].language = #nl
* #experience-birth-care ^designation[0].value = "ervaring van de geboortezorg met het traject"
* #experience-others "Experience of other professionals, with regular JGZ and GP"
* #experience-others ^designation[0].language = #nl
* #experience-others ^designation[0].value = "ervaring van andere betrokken professionals, ook reguliere JGZ en huisarts"
* #result "Result in relation to the goal"
* #result ^designation[0].language = #nl
* #result ^designation[0].value = "resultaat in relatie tot het doel"
* #adjustment "Adjustment of the plan"
* #adjustment ^designation[0].language = #nl
* #adjustment ^designation[0].value = "bijstelling van het plan"
* #gap "Gap in the possibilities for support"
* #gap ^designation[0].language = #nl
* #gap ^designation[0].value = "lacune in de ondersteuningsmogelijkheden"
