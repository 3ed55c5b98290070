CodeSystem: PhbPartnerSituationCS
Id: phb-partner-situation
Title: "Partner"
Description: "Whether there is a partner, as she tells it."
* insert TitleEn([["Partner"]])
* insert DescriptionNl([["Of er een partner is, zoals zij het vertelt."]])
* ^caseSensitive = true
* ^content = #complete
* #lives-with-her "A partner who lives with her"
* #lives-with-her ^designation[0].language = #nl
* #lives-with-her ^designation[0].value = "een partner die bij haar woont"
* #lives-elsewhere "A partner who lives elsewhere"
* #lives-elsewhere ^designation[0].language = #nl
* #lives-elsewhere ^designation[0].value = "een partner die elders woont"
* #no-partner "No partner"
* #no-partner ^designation[0].language = #nl
* #no-partner ^designation[0].value = "geen partner"
* #not-told "She does not want to tell"
* #not-told ^designation[0].language = #nl
* #not-told ^designation[0].value = "wil zij niet vertellen"
