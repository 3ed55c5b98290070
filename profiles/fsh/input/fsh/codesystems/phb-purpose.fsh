CodeSystem: PhbPurposeCS
Id: phb-purpose
Title: "Doel van toestemming"
Description: "Purposes for which a woman can give or refuse consent (guideline 8.2 and steps 2 and 5)."
* insert TitleEn([["Purpose of consent"]])
* insert DescriptionNl([["Doelen waarvoor een zwangere toestemming kan geven of weigeren (handreiking 8.2 en stap 2 en 5)."]])
* ^caseSensitive = true
* ^content = #complete
* #referral "Referral to the prenatal home visit"
* #referral ^designation[0].language = #nl
* #referral ^designation[0].value = "aanmelding voor het prenataal huisbezoek"
* #contact-details "Passing on contact details only"
* #contact-details ^designation[0].language = #nl
* #contact-details ^designation[0].value = "alleen doorgeven van contactgegevens"
* #birth-care-data "Sharing birth care data with the JGZ"
* #birth-care-data ^designation[0].language = #nl
* #birth-care-data ^designation[0].value = "delen van geboortezorggegevens met de JGZ"
* #feedback "Feedback to the signaller"
* #feedback ^designation[0].language = #nl
* #feedback ^designation[0].value = "terugkoppeling aan de signalerende professional"
* #feedback-coordinating-provider "Feedback to the coordinating obstetric provider"
* #feedback-coordinating-provider ^designation[0].language = #nl
* #feedback-coordinating-provider ^designation[0].value = "terugkoppeling aan de coördinerend verloskundig zorgverlener"
* #case-conference "Case conference"
* #case-conference ^designation[0].language = #nl
* #case-conference ^designation[0].value = "groepsbespreking"
* #child-dossier "Linking data to the child file"
* #child-dossier ^designation[0].language = #nl
* #child-dossier ^designation[0].value = "koppelen aan het kinddossier"
* #transfer "Transfer of the file to the JGZ of where she moves"
* #transfer ^designation[0].language = #nl
* #transfer ^designation[0].value = "overdracht van het dossier aan de JGZ van haar nieuwe gemeente"
* #monitoring "Monitoring"
* #monitoring ^designation[0].language = #nl
* #monitoring ^designation[0].value = "monitoring"
