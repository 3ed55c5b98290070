CodeSystem: PhbTaskCodeCS
Id: phb-task-code
Title: "Soort taak"
Description: "The two tasks of the loop (the referral as seen by the requester and the work inside the JGZ), the request to stop, and the notice of an emergency access."
* insert TitleEn([["Kind of task"]])
* insert DescriptionNl([["De twee taken van de lus (de aanmelding zoals de aanvrager haar ziet en het werk binnen de JGZ), het verzoek om te stoppen, en het bericht van noodtoegang."]])
* ^caseSensitive = true
* ^content = #complete
* #referral "Referral"
* #referral ^designation[0].language = #nl
* #referral ^designation[0].value = "aanmelding"
* #work "Work inside the JGZ"
* #work ^designation[0].language = #nl
* #work ^designation[0].value = "werk binnen de JGZ"
* #cancellation "Request to stop"
* #cancellation ^designation[0].language = #nl
* #cancellation ^designation[0].value = "verzoek om te stoppen"
* #emergency-notice "Notice of emergency access"
* #emergency-notice ^designation[0].language = #nl
* #emergency-notice ^designation[0].value = "bericht van noodtoegang"
