CodeSystem: PhbDestructionRefusalCS
Id: phb-destruction-refusal
Title: "Reden om niet te vernietigen"
Description: "Why her request for destruction was refused (BW 7:455 lid 2; AVG 17 lid 3)."
* insert TitleEn([["Reason not to destroy"]])
* insert DescriptionNl([["Waarom haar verzoek om vernietiging is geweigerd (BW 7:455 lid 2; AVG 17 lid 3)."]])
* ^caseSensitive = true
* ^content = #complete
* #interest-of-another "Another person has a considerable interest in keeping it"
* #interest-of-another ^designation[0].language = #nl
* #interest-of-another ^designation[0].value = "een ander heeft een aanmerkelijk belang bij bewaring"
* #law-forbids "A law demands that it is kept"
* #law-forbids ^designation[0].language = #nl
* #law-forbids ^designation[0].value = "een wet schrijft voor dat het bewaard blijft"
* #legal-claim "It is needed for a legal claim"
* #legal-claim ^designation[0].language = #nl
* #legal-claim ^designation[0].value = "het is nodig voor een rechtsvordering"
