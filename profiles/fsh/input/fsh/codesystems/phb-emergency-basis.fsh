CodeSystem: PhbEmergencyBasisCS
Id: phb-emergency-basis
Title: "Grondslag van noodtoegang"
Description: "Legal bases on which emergency access can be opened: GDPR articles 6(1)(d) and 9(2)(c), and article 7:466 of the Dutch Civil Code. The reading is ours and needs the confirmation of a lawyer."
* insert TitleEn([["Basis of emergency access"]])
* insert DescriptionNl([["Grondslagen waarop noodtoegang geopend kan worden: AVG artikel 6 lid 1 onder d en artikel 9 lid 2 onder c, en artikel 7:466 BW. De lezing is de onze en moet door een jurist bevestigd worden."]])
* ^caseSensitive = true
* ^content = #complete
* #vital-interest "Vital interest of the woman, who cannot give consent (GDPR 9(2)(c))"
* #vital-interest ^designation[0].language = #nl
* #vital-interest ^designation[0].value = "vitaal belang van de zwangere, die geen toestemming kan geven (AVG 9 lid 2 onder c)"
* #vital-interest-child "Vital interest of the child, while the woman cannot give consent (GDPR 9(2)(c))"
* #vital-interest-child ^designation[0].language = #nl
* #vital-interest-child ^designation[0].value = "vitaal belang van het kind, terwijl de zwangere geen toestemming kan geven (AVG 9 lid 2 onder c)"
* #urgent-treatment "Treatment that cannot wait for consent without serious harm to her (Dutch Civil Code 7:466)"
* #urgent-treatment ^designation[0].language = #nl
* #urgent-treatment ^designation[0].value = "behandeling die zonder ernstig nadeel voor haar niet op toestemming kan wachten (artikel 7:466 BW)"
