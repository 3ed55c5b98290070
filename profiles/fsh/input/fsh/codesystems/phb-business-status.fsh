CodeSystem: PhbBusinessStatusCS
Id: phb-business-status
Title: "Voortgang van het werk"
Description: "Progress of the work task inside the JGZ."
* insert TitleEn([["Progress of the work"]])
* insert DescriptionNl([["Voortgang van de werktaak binnen de JGZ."]])
* ^caseSensitive = true
* ^content = #complete
* #aangemeld "Referred"
* #aangemeld ^designation[0].language = #nl
* #aangemeld ^designation[0].value = "aangemeld"
* #contact-gelegd "Contact made"
* #contact-gelegd ^designation[0].language = #nl
* #contact-gelegd ^designation[0].value = "contact gelegd"
* #afspraak-gepland "Visit planned"
* #afspraak-gepland ^designation[0].language = #nl
* #afspraak-gepland ^designation[0].value = "afspraak gepland"
* #niet-verschenen "Did not attend"
* #niet-verschenen ^designation[0].language = #nl
* #niet-verschenen ^designation[0].value = "niet verschenen"
* #afgezegd "Visit called off"
* #afgezegd ^designation[0].language = #nl
* #afgezegd ^designation[0].value = "afgezegd"
* #uitgevoerd "Visit carried out"
* #uitgevoerd ^designation[0].language = #nl
* #uitgevoerd ^designation[0].value = "uitgevoerd"
* #terugkoppeling-verzonden "Feedback sent"
* #terugkoppeling-verzonden ^designation[0].language = #nl
* #terugkoppeling-verzonden ^designation[0].value = "terugkoppeling verzonden"
* #evaluatie-gepland "Evaluation planned"
* #evaluatie-gepland ^designation[0].language = #nl
* #evaluatie-gepland ^designation[0].value = "evaluatie gepland"
* #geevalueerd "Evaluated"
* #geevalueerd ^designation[0].language = #nl
* #geevalueerd ^designation[0].value = "geëvalueerd"
* #afgesloten "Closed"
* #afgesloten ^designation[0].language = #nl
* #afgesloten ^designation[0].value = "afgesloten"
* #geen-gehoor "No answer"
* #geen-gehoor ^designation[0].language = #nl
* #geen-gehoor ^designation[0].value = "geen gehoor"
* #geweigerd-door-zwangere "Declined by the woman"
* #geweigerd-door-zwangere ^designation[0].language = #nl
* #geweigerd-door-zwangere ^designation[0].value = "geweigerd door de zwangere"
* #wacht-op-toestemming "Waiting for consent"
* #wacht-op-toestemming ^designation[0].language = #nl
* #wacht-op-toestemming ^designation[0].value = "wacht op toestemming"
* #gerichte-interventie "Specific intervention chosen"
* #gerichte-interventie ^designation[0].language = #nl
* #gerichte-interventie ^designation[0].value = "gerichte interventie"
* #ingetrokken "Consent to the referral withdrawn"
* #ingetrokken ^designation[0].language = #nl
* #ingetrokken ^designation[0].value = "toestemming voor de aanmelding ingetrokken"
