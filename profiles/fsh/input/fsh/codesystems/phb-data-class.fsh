CodeSystem: PhbDataClassCS
Id: phb-data-class
Title: "Gegevensklasse"
Description: "Classes of data that a consent can open or close."
* insert TitleEn([["Class of data"]])
* insert DescriptionNl([["Soorten gegevens die een toestemming kan openen of sluiten."]])
* ^caseSensitive = true
* ^content = #complete
* #contact "Contact details"
* #contact ^designation[0].language = #nl
* #contact ^designation[0].value = "contactgegevens"
* #withheld-address "Withheld address; only a consent that names it opens it"
* #withheld-address ^designation[0].language = #nl
* #withheld-address ^designation[0].value = "geheim adres; alleen een toestemming die het noemt opent het"
* #referral "Referral"
* #referral ^designation[0].language = #nl
* #referral ^designation[0].value = "aanmelding"
* #birth-care "Birth care"
* #birth-care ^designation[0].language = #nl
* #birth-care ^designation[0].value = "geboortezorg"
* #findings "Findings of the visit"
* #findings ^designation[0].language = #nl
* #findings ^designation[0].value = "bevindingen"
* #plan "Plan"
* #plan ^designation[0].language = #nl
* #plan ^designation[0].value = "plan van aanpak"
* #feedback "Feedback"
* #feedback ^designation[0].language = #nl
* #feedback ^designation[0].value = "terugkoppeling"
* #work "Work of the JGZ"
* #work ^designation[0].language = #nl
* #work ^designation[0].value = "werk van de JGZ"
* #consent "Consent"
* #consent ^designation[0].language = #nl
* #consent ^designation[0].value = "toestemming"
* #origin "Origin of records; it opens with all of those, and no purpose names it"
* #origin ^designation[0].language = #nl
* #origin ^designation[0].value = "herkomst van gegevens; opent met die gegevens, en geen doel noemt het"
* #draft "Draft of a referral; only its author sees it"
* #draft ^designation[0].language = #nl
* #draft ^designation[0].value = "concept van een aanmelding; alleen de schrijver ziet het"
* #safeguarding "Safeguarding"
* #safeguarding ^designation[0].language = #nl
* #safeguarding ^designation[0].value = "veiligheid en meldcode"
