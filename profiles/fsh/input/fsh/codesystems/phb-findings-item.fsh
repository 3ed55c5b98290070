CodeSystem: PhbFindingsItemCS
Id: phb-findings-item
Title: "Onderdeel van de bevindingen"
Description: "Parts of the findings beside the themes."
* insert TitleEn([["Part of the findings"]])
* insert DescriptionNl([["Onderdelen van de bevindingen naast de thema's."]])
* ^caseSensitive = true
* ^content = #complete
* #help-request "Help request and needs"
* #help-request ^designation[0].language = #nl
* #help-request ^designation[0].value = "hulpvraag en behoeften"
* #goes-well "What goes well"
* #goes-well ^designation[0].language = #nl
* #goes-well ^designation[0].value = "wat er goed gaat"
* #score "Score given by her"
* #score ^designation[0].language = #nl
* #score ^designation[0].value = "cijfer door haarzelf gegeven"
* #experience "Her experience"
* #experience ^designation[0].language = #nl
* #experience ^designation[0].value = "haar beleving"
* #view "View of the professional"
* #view ^designation[0].language = #nl
* #view ^designation[0].value = "beeld van de professional"
* #not-discussed "Not discussed"
* #not-discussed ^designation[0].language = #nl
* #not-discussed ^designation[0].value = "niet besproken"
* #factor "Factors"
* #factor ^designation[0].language = #nl
* #factor ^designation[0].value = "factoren"
* #conclusion "Summary conclusion"
* #conclusion ^designation[0].language = #nl
* #conclusion ^designation[0].value = "samenvattende conclusie"
* #advice "Advice"
* #advice ^designation[0].language = #nl
* #advice ^designation[0].value = "advies"
* #chosen-support "Chosen support"
* #chosen-support ^designation[0].language = #nl
* #chosen-support ^designation[0].value = "gekozen ondersteuning"
* #agreement "Agreement"
* #agreement ^designation[0].language = #nl
* #agreement ^designation[0].value = "vervolgafspraak"
* #goal "Goal"
* #goal ^designation[0].language = #nl
* #goal ^designation[0].value = "doel"
