CodeSystem: PhbSupportCS
Id: phb-support
Title: "Advies en ondersteuning"
Description: "Kinds of advice and support (guideline chapter 6, step 3)."
* insert TitleEn([["Advice and support"]])
* insert DescriptionNl([["Soorten advies en ondersteuning (handreiking hoofdstuk 6, stap 3)."]])
* ^caseSensitive = true
* ^content = #complete
* #advice-or-information "Advice or information"
* #advice-or-information ^designation[0].language = #nl
* #advice-or-information ^designation[0].value = "adviseren of voorlichting geven"
* #short-jgz-support "Short JGZ support"
* #short-jgz-support ^designation[0].language = #nl
* #short-jgz-support ^designation[0].value = "kortdurende JGZ-ondersteuning"
* #informal-support "Informal support"
* #informal-support ^designation[0].language = #nl
* #informal-support ^designation[0].value = "benutten van informele steun"
* #social-contacts "Strengthening social contacts"
* #social-contacts ^designation[0].language = #nl
* #social-contacts ^designation[0].value = "versterking van sociale contacten"
* #long-term-prevention "Longer preventive JGZ support (VoorZorg, Stevig Ouderschap)"
* #long-term-prevention ^designation[0].language = #nl
* #long-term-prevention ^designation[0].value = "langerdurende preventieve JGZ-ondersteuning (VoorZorg, Stevig Ouderschap)"
* #municipal-services "Guidance to municipal services"
* #municipal-services ^designation[0].language = #nl
* #municipal-services ^designation[0].value = "toeleiden naar gemeentelijke voorzieningen"
* #volunteers "Family support by volunteers"
* #volunteers ^designation[0].language = #nl
* #volunteers ^designation[0].value = "gezinsondersteuning door vrijwilligers"
* #group-meetings "Pregnancy or parenting meetings"
* #group-meetings ^designation[0].language = #nl
* #group-meetings ^designation[0].value = "zwangerschaps- of opvoedbijeenkomsten"
* #appropriate-help "Guidance to appropriate help"
* #appropriate-help ^designation[0].language = #nl
* #appropriate-help ^designation[0].value = "toeleiden naar passende hulpverlening"
* #handover "Handover to other professionals"
* #handover ^designation[0].language = #nl
* #handover ^designation[0].value = "overdragen aan andere hulpverleners"
* #other "Other, namely"
* #other ^designation[0].language = #nl
* #other ^designation[0].value = "anders, namelijk"
* #evaluation "Evaluation"
* #evaluation ^designation[0].language = #nl
* #evaluation ^designation[0].value = "evaluatie"
