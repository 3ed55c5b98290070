CodeSystem: PhbRouteCS
Id: phb-route
Title: "Route van de aanmelding"
Description: "The four routes to a prenatal home visit (guideline chapter 6, step 2)."
* insert TitleEn([["Route of the referral"]])
* insert DescriptionNl([["De vier routes naar een prenataal huisbezoek (handreiking hoofdstuk 6, stap 2)."]])
* ^caseSensitive = true
* ^content = #complete
* #self "The woman contacts the JGZ herself"
* #self ^designation[0].language = #nl
* #self ^designation[0].value = "de zwangere neemt zelf contact op"
* #together "Professional and woman apply together"
* #together ^designation[0].language = #nl
* #together ^designation[0].value = "professional en zwangere melden samen aan"
* #contact-details "Professional passes on contact details"
* #contact-details ^designation[0].language = #nl
* #contact-details ^designation[0].value = "professional geeft contactgegevens door"
* #warm-handover "Warm handover or case conference"
* #warm-handover ^designation[0].language = #nl
* #warm-handover ^designation[0].value = "warme overdracht of bespreking"
