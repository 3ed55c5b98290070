CodeSystem: PhbRefusalReasonCS
Id: phb-refusal-reason
Title: "Reden om nu geen huisbezoek te willen"
Description: "What she gives as reason not to want the visit, or not now; she owes none, and regular care goes on (guideline chapter 6, step 1, and 5.4.1)."
* insert TitleEn([["Reason not to want a visit now"]])
* insert DescriptionNl([["Wat zij als reden noemt om het bezoek niet te willen, of nu niet; zij is er geen schuldig, en de gewone zorg gaat door (handreiking hoofdstuk 6, stap 1, en 5.4.1)."]])
* ^caseSensitive = true
* ^content = #complete
* #no-added-value "She sees no added value"
* #no-added-value ^designation[0].language = #nl
* #no-added-value ^designation[0].value = "ziet er de meerwaarde niet van"
* #own-approach "She tries it in her own way first"
* #own-approach ^designation[0].language = #nl
* #own-approach ^designation[0].value = "pakt het eerst op haar eigen manier aan"
* #enough-support "She has enough support"
* #enough-support ^designation[0].language = #nl
* #enough-support ^designation[0].value = "heeft genoeg steun"
* #other-trusted-person "She rather talks with somebody she trusts"
* #other-trusted-person ^designation[0].language = #nl
* #other-trusted-person ^designation[0].value = "praat liever met iemand die zij vertrouwt"
* #not-now "Not now, perhaps later"
* #not-now ^designation[0].language = #nl
* #not-now ^designation[0].value = "nu niet, misschien later"
* #no-reason "She gives no reason"
* #no-reason ^designation[0].language = #nl
* #no-reason ^designation[0].value = "geeft geen reden"
* #other "Other, namely"
* #other ^designation[0].language = #nl
* #other ^designation[0].value = "anders, namelijk"
