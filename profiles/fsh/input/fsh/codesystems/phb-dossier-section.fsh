CodeSystem: PhbDossierSectionCS
Id: phb-dossier-section
Title: "Onderdeel van het dossier"
Description: "Main items of the record of a prenatal home visit (guideline 8.3)."
* insert TitleEn([["Part of the dossier"]])
* insert DescriptionNl([["Hoofditems van het dossier van een prenataal huisbezoek (handreiking 8.3)."]])
* ^caseSensitive = true
* ^content = #complete
* #person "Personal data"
* #person ^designation[0].language = #nl
* #person ^designation[0].value = "personalia"
* #family-profile "Family profile"
* #family-profile ^designation[0].language = #nl
* #family-profile ^designation[0].value = "gezinsprofiel"
* #advised-by "Visit on the advice of"
* #advised-by ^designation[0].language = #nl
* #advised-by ^designation[0].value = "PHB JGZ op advies van"
* #reason "Reason of the referral, and handover"
* #reason ^designation[0].language = #nl
* #reason ^designation[0].value = "reden aanmelding en overdracht"
* #execution "Carrying out of the visit"
* #execution ^designation[0].language = #nl
* #execution ^designation[0].value = "uitvoering PHB JGZ"
* #involved "Contact persons and others involved"
* #involved ^designation[0].language = #nl
* #involved ^designation[0].value = "contactpersonen en andere relevante betrokkenen"
* #findings "Findings"
* #findings ^designation[0].language = #nl
* #findings ^designation[0].value = "bevindingen bij PHB JGZ"
* #conclusion "Summary conclusion"
* #conclusion ^designation[0].language = #nl
* #conclusion ^designation[0].value = "samenvattende conclusie"
* #advice "Advice"
* #advice ^designation[0].language = #nl
* #advice ^designation[0].value = "advies"
* #chosen-support "Chosen support"
* #chosen-support ^designation[0].language = #nl
* #chosen-support ^designation[0].value = "gekozen ondersteuning"
* #agreements "Agreements"
* #agreements ^designation[0].language = #nl
* #agreements ^designation[0].value = "vervolgafspraken"
* #evaluation "Evaluation"
* #evaluation ^designation[0].language = #nl
* #evaluation ^designation[0].value = "evaluatie"
