CodeSystem: PhbDeskReasonCS
Id: phb-desk-reason
Title: "Reden voor een ander aanmeldpunt"
Description: "Why a referral goes to another desk than that of her municipality. None of them tells anything of her health."
* insert TitleEn([["Reason for another desk"]])
* insert DescriptionNl([["Waarom een aanmelding naar een ander aanmeldpunt gaat dan dat van haar gemeente. Geen ervan zegt iets over haar gezondheid."]])
* ^caseSensitive = true
* ^content = #complete
* #stays-elsewhere "She stays in another municipality"
* #stays-elsewhere ^designation[0].language = #nl
* #stays-elsewhere ^designation[0].value = "verblijft in een andere gemeente"
* #moving "She is about to move"
* #moving ^designation[0].language = #nl
* #moving ^designation[0].value = "gaat verhuizen"
* #address-withheld "Her address is withheld"
* #address-withheld ^designation[0].language = #nl
* #address-withheld ^designation[0].value = "adres wordt niet doorgegeven"
* #agreed-between-desks "Agreed between the desks"
* #agreed-between-desks ^designation[0].language = #nl
* #agreed-between-desks ^designation[0].value = "afspraak tussen de aanmeldpunten"
