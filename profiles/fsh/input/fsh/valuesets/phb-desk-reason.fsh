ValueSet: PhbDeskReasonVS
Id: phb-desk-reason
Title: "Reden voor een ander aanmeldpunt"
Description: "Why a referral goes to another desk than that of her municipality."
* insert TitleEn([["Reason for another desk"]])
* insert DescriptionNl([["Waarom een aanmelding naar een ander aanmeldpunt gaat dan dat van haar gemeente."]])
* include codes from system PhbDeskReasonCS
