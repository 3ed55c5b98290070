Extension: PhbDeskReason
Id: phb-desk-reason
Title: "Reden voor een ander aanmeldpunt"
Description: "Why a referral goes to another desk than that of her municipality; entered by hand."
* insert TitleEn([["Reason for another desk"]])
* insert DescriptionNl([["Waarom een aanmelding naar een ander aanmeldpunt gaat dan dat van haar gemeente; met de hand ingevuld."]])
* ^context[0].type = #element
* ^context[0].expression = "ServiceRequest.performer"
* value[x] only code
* value[x] 1..1
* valueCode from PhbDeskReasonVS (required)
