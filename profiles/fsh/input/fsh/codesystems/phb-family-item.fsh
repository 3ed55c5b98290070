CodeSystem: PhbFamilyItemCS
Id: phb-family-item
Title: "Onderdeel van het gezinsprofiel"
Description: "Parts of the family profile (guideline 8.3, main item Gezinsprofiel)."
* insert TitleEn([["Part of the family profile"]])
* insert DescriptionNl([["Onderdelen van het gezinsprofiel (handreiking 8.3)."]])
* ^caseSensitive = true
* ^content = #complete
* #household "Household"
* #household ^designation[0].language = #nl
* #household ^designation[0].value = "huishouden"
* #partner "Partner"
* #partner ^designation[0].language = #nl
* #partner ^designation[0].value = "partner"
* #other-children "Other children"
* #other-children ^designation[0].language = #nl
* #other-children ^designation[0].value = "andere kinderen"
* #children-at-home "Children at home"
* #children-at-home ^designation[0].language = #nl
* #children-at-home ^designation[0].value = "kinderen thuis"
* #children-elsewhere "Children elsewhere"
* #children-elsewhere ^designation[0].language = #nl
* #children-elsewhere ^designation[0].value = "kinderen elders"
* #age "Age in years"
* #age ^designation[0].language = #nl
* #age ^designation[0].value = "leeftijd in jaren"
* #housing "Housing"
* #housing ^designation[0].language = #nl
* #housing ^designation[0].value = "woonsituatie"
* #income-source "Source of income"
* #income-source ^designation[0].language = #nl
* #income-source ^designation[0].value = "bron van inkomen"
* #language "Language of the conversation"
* #language ^designation[0].language = #nl
* #language ^designation[0].value = "taal van het gesprek"
* #interpreter "Interpreter needed"
* #interpreter ^designation[0].language = #nl
* #interpreter ^designation[0].value = "tolk nodig"
