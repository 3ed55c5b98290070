CodeSystem: PhbObservationCS
Id: phb-observation
Title: "Soort waarneming"
Description: "Kinds of observation of the prenatal home visit."
* insert TitleEn([["Kind of observation"]])
* insert DescriptionNl([["Soorten waarnemingen bij het prenataal huisbezoek."]])
* ^caseSensitive = true
* ^content = #complete
* #risk-factor "Risk factor"
* #risk-factor ^designation[0].language = #nl
* #risk-factor ^designation[0].value = "risicofactor"
* #protective-factor "Protective factor"
* #protective-factor ^designation[0].language = #nl
* #protective-factor ^designation[0].value = "beschermende factor"
* #vulnerability "Vulnerability of the situation"
* #vulnerability ^designation[0].language = #nl
* #vulnerability ^designation[0].value = "kwetsbaarheid van de situatie"
* #withheld-address "Withheld address"
* #withheld-address ^designation[0].language = #nl
* #withheld-address ^designation[0].value = "geheim adres"
* #birth "Birth of a child"
* #birth ^designation[0].language = #nl
* #birth ^designation[0].value = "geboorte van een kind"
