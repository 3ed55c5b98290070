CodeSystem: PhbWithdrawalReasonCS
Id: phb-withdrawal-reason
Title: "Reden van intrekken"
Description: "Why a referral or a consent was withdrawn; a reason is never asked for, and never leaves the party that recorded it (guideline 8.2)."
* insert TitleEn([["Reason of withdrawal"]])
* insert DescriptionNl([["Waarom een aanmelding of toestemming is ingetrokken; naar een reden wordt nooit gevraagd, en zij gaat nooit weg bij wie haar vastlegde (handreiking 8.2)."]])
* ^caseSensitive = true
* ^content = #complete
* #changed-mind "She changed her mind"
* #changed-mind ^designation[0].language = #nl
* #changed-mind ^designation[0].value = "is van gedachten veranderd"
* #moved "She moved to another municipality"
* #moved ^designation[0].language = #nl
* #moved ^designation[0].value = "is verhuisd naar een andere gemeente"
* #pregnancy-ended "The pregnancy has ended"
* #pregnancy-ended ^designation[0].language = #nl
* #pregnancy-ended ^designation[0].value = "de zwangerschap is beëindigd"
* #no-longer-needed "No longer needed"
* #no-longer-needed ^designation[0].language = #nl
* #no-longer-needed ^designation[0].value = "niet meer nodig"
* #entered-in-error "Entered by mistake"
* #entered-in-error ^designation[0].language = #nl
* #entered-in-error ^designation[0].value = "per vergissing ingevoerd"
* #no-reason "No reason given"
* #no-reason ^designation[0].language = #nl
* #no-reason ^designation[0].value = "geen reden gegeven"
* #other "Other, namely"
* #other ^designation[0].language = #nl
* #other ^designation[0].value = "anders, namelijk"
