ValueSet: PhbWithdrawalReasonVS
Id: phb-withdrawal-reason
Title: "Reden van intrekken"
Description: "Why a referral or a consent was withdrawn; a reason is never asked for, and never leaves the party that recorded it (guideline 8.2)."
* insert TitleEn([["Reason of withdrawal"]])
* insert DescriptionNl([["Waarom een aanmelding of toestemming is ingetrokken; naar een reden wordt nooit gevraagd, en zij gaat nooit weg bij wie haar vastlegde (handreiking 8.2)."]])
* include codes from system PhbWithdrawalReasonCS
