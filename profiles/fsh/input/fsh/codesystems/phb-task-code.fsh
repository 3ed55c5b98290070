CodeSystem: PhbTaskCodeCS
Id: phb-task-code
Title: "Soort taak"
Description: "The two tasks of the loop: the referral as seen by the requester and the work inside the JGZ."
* insert TitleEn([["Kind of task"]])
* insert DescriptionNl([["De twee taken van de lus: de aanmelding zoals de aanvrager haar ziet, en het werk binnen de JGZ."]])
* ^caseSensitive = true
* ^content = #complete
* #referral "Referral"
* #referral ^designation[0].language = #nl
* #referral ^designation[0].value = "aanmelding"
* #work "Work inside the JGZ"
* #work ^designation[0].language = #nl
* #work ^designation[0].value = "werk binnen de JGZ"
