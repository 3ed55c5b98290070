CodeSystem: PhbRiskFactorCS
Id: phb-risk-factor
Title: "Risicofactor"
Description: "Risk factors (guideline 5.2.1): 56 factors, and other."
* insert TitleEn([["Risk factor"]])
* insert DescriptionNl([["Risicofactoren (handreiking 5.2.1): 56 factoren, en anders."]])
* ^caseSensitive = true
* ^content = #complete
* ^property[0].code = #group
* ^property[0].type = #Coding
* ^property[0].description = "Group of the guideline"
* #younger-than-20 "Pregnant and younger than 20"
* #younger-than-20 ^designation[0].language = #nl
* #younger-than-20 ^designation[0].value = "zwangere jonger dan 20 jaar"
* #younger-than-20 ^property[0].code = #group
* #younger-than-20 ^property[0].valueCoding = $group#family-situation
* #older-than-40 "Pregnant and older than 40"
* #older-than-40 ^designation[0].language = #nl
* #older-than-40 ^designation[0].value = "zwangere ouder dan 40 jaar"
* #older-than-40 ^property[0].code = #group
* #older-than-40 ^property[0].valueCoding = $group#family-situation
* #unintended-pregnancy "Unintended pregnancy"
* #unintended-pregnancy ^designation[0].language = #nl
* #unintended-pregnancy ^designation[0].value = "onbedoeld zwanger"
* #unintended-pregnancy ^property[0].code = #group
* #unintended-pregnancy ^property[0].valueCoding = $group#family-situation
* #partner-not-involved "Partner not involved in the pregnancy"
* #partner-not-involved ^designation[0].language = #nl
* #partner-not-involved ^designation[0].value = "partner niet betrokken bij zwangerschap"
* #partner-not-involved ^property[0].code = #group
* #partner-not-involved ^property[0].valueCoding = $group#family-situation
* #one-parent-family "One-parent family"
* #one-parent-family ^designation[0].language = #nl
* #one-parent-family ^designation[0].value = "eenoudergezin"
* #one-parent-family ^property[0].code = #group
* #one-parent-family ^property[0].valueCoding = $group#family-situation
* #changing-partners "Changing partners"
* #changing-partners ^designation[0].language = #nl
* #changing-partners ^designation[0].value = "zwangere met wisselende partners"
* #changing-partners ^property[0].code = #group
* #changing-partners ^property[0].valueCoding = $group#family-situation
* #not-happy-with-pregnancy "Woman or family not happy with the pregnancy"
* #not-happy-with-pregnancy ^designation[0].language = #nl
* #not-happy-with-pregnancy ^designation[0].value = "zwangere/gezin is niet blij met de zwangerschap"
* #not-happy-with-pregnancy ^property[0].code = #group
* #not-happy-with-pregnancy ^property[0].valueCoding = $group#family-situation
* #blended-family "Blended family"
* #blended-family ^designation[0].language = #nl
* #blended-family ^designation[0].value = "samengesteld gezin"
* #blended-family ^property[0].code = #group
* #blended-family ^property[0].valueCoding = $group#family-situation
* #relationship-problems "Relationship problems"
* #relationship-problems ^designation[0].language = #nl
* #relationship-problems ^designation[0].value = "relatieproblemen"
* #relationship-problems ^property[0].code = #group
* #relationship-problems ^property[0].valueCoding = $group#family-situation
* #mild-intellectual-disability "Mild intellectual disability (LVB)"
* #mild-intellectual-disability ^designation[0].language = #nl
* #mild-intellectual-disability ^designation[0].value = "LVB problematiek"
* #mild-intellectual-disability ^property[0].code = #group
* #mild-intellectual-disability ^property[0].valueCoding = $group#family-situation
* #negative-childhood-experiences "Parent with negative childhood experiences"
* #negative-childhood-experiences ^designation[0].language = #nl
* #negative-childhood-experiences ^designation[0].value = "ouder met negatieve jeugdervaringen"
* #negative-childhood-experiences ^property[0].code = #group
* #negative-childhood-experiences ^property[0].valueCoding = $group#attachment-and-parenting
* #parent-was-placed-out-of-home "Parent was placed out of home"
* #parent-was-placed-out-of-home ^designation[0].language = #nl
* #parent-was-placed-out-of-home ^designation[0].value = "ouder is zelf uit huis geplaatst geweest"
* #parent-was-placed-out-of-home ^property[0].code = #group
* #parent-was-placed-out-of-home ^property[0].valueCoding = $group#attachment-and-parenting
* #negative-upbringing-in-own-family "Negative upbringing in the parent's own family"
* #negative-upbringing-in-own-family ^designation[0].language = #nl
* #negative-upbringing-in-own-family ^designation[0].value = "ouder heeft negatieve opgroei ervaringen in het eigen ouderlijk gezin"
* #negative-upbringing-in-own-family ^property[0].code = #group
* #negative-upbringing-in-own-family ^property[0].valueCoding = $group#attachment-and-parenting
* #parenting-problems-earlier-child "Parenting problems with an earlier child"
* #parenting-problems-earlier-child ^designation[0].language = #nl
* #parenting-problems-earlier-child ^designation[0].value = "opvoedproblemen bij eerder(e) kind(eren)"
* #parenting-problems-earlier-child ^property[0].code = #group
* #parenting-problems-earlier-child ^property[0].valueCoding = $group#attachment-and-parenting
* #no-preparation-for-baby "No preparation for the baby"
* #no-preparation-for-baby ^designation[0].language = #nl
* #no-preparation-for-baby ^designation[0].value = "geen voorbereiding op de komst van de baby"
* #no-preparation-for-baby ^property[0].code = #group
* #no-preparation-for-baby ^property[0].valueCoding = $group#attachment-and-parenting
* #no-insight-in-needs-of-baby "No empathy with or insight into the needs of a baby"
* #no-insight-in-needs-of-baby ^designation[0].language = #nl
* #no-insight-in-needs-of-baby ^designation[0].value = "geen inlevingsvermogen of inzicht in de behoeften van een baby"
* #no-insight-in-needs-of-baby ^property[0].code = #group
* #no-insight-in-needs-of-baby ^property[0].valueCoding = $group#attachment-and-parenting
* #low-health-literacy "Low health literacy"
* #low-health-literacy ^designation[0].language = #nl
* #low-health-literacy ^designation[0].value = "lage gezondheidsvaardigheden"
* #low-health-literacy ^property[0].code = #group
* #low-health-literacy ^property[0].valueCoding = $group#parents-health
* #physical-condition "Physical condition or perceived health"
* #physical-condition ^designation[0].language = #nl
* #physical-condition ^designation[0].value = "fysieke conditie/ervaren gezondheid"
* #physical-condition ^property[0].code = #group
* #physical-condition ^property[0].valueCoding = $group#parents-health
* #chronic-fatigue "Chronic fatigue"
* #chronic-fatigue ^designation[0].language = #nl
* #chronic-fatigue ^designation[0].value = "chronische vermoeidheid"
* #chronic-fatigue ^property[0].code = #group
* #chronic-fatigue ^property[0].valueCoding = $group#parents-health
* #long-term-illness "Long-term illness"
* #long-term-illness ^designation[0].language = #nl
* #long-term-illness ^designation[0].value = "langdurige ziekte"
* #long-term-illness ^property[0].code = #group
* #long-term-illness ^property[0].valueCoding = $group#parents-health
* #unfit-for-work "Unfit for work"
* #unfit-for-work ^designation[0].language = #nl
* #unfit-for-work ^designation[0].value = "arbeidsongeschiktheid"
* #unfit-for-work ^property[0].code = #group
* #unfit-for-work ^property[0].valueCoding = $group#parents-health
* #loneliness "Loneliness"
* #loneliness ^designation[0].language = #nl
* #loneliness ^designation[0].value = "eenzaamheid"
* #loneliness ^property[0].code = #group
* #loneliness ^property[0].valueCoding = $group#parents-health
* #depressive-complaints "Depressive complaints"
* #depressive-complaints ^designation[0].language = #nl
* #depressive-complaints ^designation[0].value = "depressie klachten"
* #depressive-complaints ^property[0].code = #group
* #depressive-complaints ^property[0].valueCoding = $group#parents-health
* #anxiety-complaints "Anxiety complaints"
* #anxiety-complaints ^designation[0].language = #nl
* #anxiety-complaints ^designation[0].value = "angstklachten"
* #anxiety-complaints ^property[0].code = #group
* #anxiety-complaints ^property[0].valueCoding = $group#parents-health
* #underweight-or-obesity "Underweight or obesity"
* #underweight-or-obesity ^designation[0].language = #nl
* #underweight-or-obesity ^designation[0].value = "ondergewicht of obesitas"
* #underweight-or-obesity ^property[0].code = #group
* #underweight-or-obesity ^property[0].valueCoding = $group#parents-health
* #limited-diet "One-sided or limited diet"
* #limited-diet ^designation[0].language = #nl
* #limited-diet ^designation[0].value = "eenzijdig of beperkt voedingspatroon"
* #limited-diet ^property[0].code = #group
* #limited-diet ^property[0].valueCoding = $group#parents-health
* #smoking "Smoking (addiction)"
* #smoking ^designation[0].language = #nl
* #smoking ^designation[0].value = "(verslaving) roken"
* #smoking ^property[0].code = #group
* #smoking ^property[0].valueCoding = $group#parents-health
* #gaming "Gaming (addiction)"
* #gaming ^designation[0].language = #nl
* #gaming ^designation[0].value = "(verslaving) games"
* #gaming ^property[0].code = #group
* #gaming ^property[0].valueCoding = $group#parents-health
* #alcohol "Alcohol (addiction)"
* #alcohol ^designation[0].language = #nl
* #alcohol ^designation[0].value = "(verslaving) alcohol"
* #alcohol ^property[0].code = #group
* #alcohol ^property[0].valueCoding = $group#parents-health
* #drugs "Drugs (addiction)"
* #drugs ^designation[0].language = #nl
* #drugs ^designation[0].value = "(verslaving) drugs"
* #drugs ^property[0].code = #group
* #drugs ^property[0].valueCoding = $group#parents-health
* #mood-swings "Mood swings"
* #mood-swings ^designation[0].language = #nl
* #mood-swings ^designation[0].value = "stemmingswisselingen"
* #mood-swings ^property[0].code = #group
* #mood-swings ^property[0].valueCoding = $group#parents-health
* #high-perceived-stress "High perceived stress"
* #high-perceived-stress ^designation[0].language = #nl
* #high-perceived-stress ^designation[0].value = "hoge ervaren stress"
* #high-perceived-stress ^property[0].code = #group
* #high-perceived-stress ^property[0].valueCoding = $group#parents-health
* #traumatic-events "Traumatic events"
* #traumatic-events ^designation[0].language = #nl
* #traumatic-events ^designation[0].value = "traumatische gebeurtenissen"
* #traumatic-events ^property[0].code = #group
* #traumatic-events ^property[0].valueCoding = $group#life-course
* #suspect-of-crime "Suspect of a crime"
* #suspect-of-crime ^designation[0].language = #nl
* #suspect-of-crime ^designation[0].value = "verdachte van een misdrijf"
* #suspect-of-crime ^property[0].code = #group
* #suspect-of-crime ^property[0].valueCoding = $group#life-course
* #victim-of-crime "Victim of a crime"
* #victim-of-crime ^designation[0].language = #nl
* #victim-of-crime ^designation[0].value = "slachtoffer van een misdrijf"
* #victim-of-crime ^property[0].code = #group
* #victim-of-crime ^property[0].valueCoding = $group#life-course
* #no-school-completed "No school completed"
* #no-school-completed ^designation[0].language = #nl
* #no-school-completed ^designation[0].value = "geen school afgemaakt"
* #no-school-completed ^property[0].code = #group
* #no-school-completed ^property[0].valueCoding = $group#life-course
* #violent-environment "Violent environment"
* #violent-environment ^designation[0].language = #nl
* #violent-environment ^designation[0].value = "gewelddadig milieu"
* #violent-environment ^property[0].code = #group
* #violent-environment ^property[0].valueCoding = $group#life-course
* #domestic-violence "Domestic violence"
* #domestic-violence ^designation[0].language = #nl
* #domestic-violence ^designation[0].value = "huiselijk geweld"
* #domestic-violence ^property[0].code = #group
* #domestic-violence ^property[0].valueCoding = $group#life-course
* #debts "Debts"
* #debts ^designation[0].language = #nl
* #debts ^designation[0].value = "schulden"
* #debts ^property[0].code = #group
* #debts ^property[0].valueCoding = $group#finances
* #low-income "Low income"
* #low-income ^designation[0].language = #nl
* #low-income ^designation[0].value = "laag inkomen"
* #low-income ^property[0].code = #group
* #low-income ^property[0].valueCoding = $group#finances
* #benefits "Social benefits"
* #benefits ^designation[0].language = #nl
* #benefits ^designation[0].value = "uitkering"
* #benefits ^property[0].code = #group
* #benefits ^property[0].valueCoding = $group#finances
* #homelessness "Homelessness"
* #homelessness ^designation[0].language = #nl
* #homelessness ^designation[0].value = "dak- en thuisloos"
* #homelessness ^property[0].code = #group
* #homelessness ^property[0].valueCoding = $group#finances
* #low-literacy "Low literacy"
* #low-literacy ^designation[0].language = #nl
* #low-literacy ^designation[0].value = "laaggeletterdheid"
* #low-literacy ^property[0].code = #group
* #low-literacy ^property[0].valueCoding = $group#communication
* #illiteracy "Illiteracy"
* #illiteracy ^designation[0].language = #nl
* #illiteracy ^designation[0].value = "analfabetisme"
* #illiteracy ^property[0].code = #group
* #illiteracy ^property[0].valueCoding = $group#communication
* #low-language-skills "Low language skills"
* #low-language-skills ^designation[0].language = #nl
* #low-language-skills ^designation[0].value = "lage taalvaardigheden"
* #low-language-skills ^property[0].code = #group
* #low-language-skills ^property[0].valueCoding = $group#communication
* #hardly-any-dutch "Hardly any command of Dutch"
* #hardly-any-dutch ^designation[0].language = #nl
* #hardly-any-dutch ^designation[0].value = "Nederlandse taal (bijna) niet machtig"
* #hardly-any-dutch ^property[0].code = #group
* #hardly-any-dutch ^property[0].valueCoding = $group#communication
* #social-isolation "Social isolation"
* #social-isolation ^designation[0].language = #nl
* #social-isolation ^designation[0].value = "sociaal isolement"
* #social-isolation ^property[0].code = #group
* #social-isolation ^property[0].valueCoding = $group#informal-support
* #little-partner-support "Little support from the partner"
* #little-partner-support ^designation[0].language = #nl
* #little-partner-support ^designation[0].value = "weinig steun van de partner"
* #little-partner-support ^property[0].code = #group
* #little-partner-support ^property[0].valueCoding = $group#informal-support
* #poor-bond-with-family "Moderate or poor bond with the family"
* #poor-bond-with-family ^designation[0].language = #nl
* #poor-bond-with-family ^designation[0].value = "matige of slechte band met de familie"
* #poor-bond-with-family ^property[0].code = #group
* #poor-bond-with-family ^property[0].valueCoding = $group#informal-support
* #poor-contact-with-neighbours "Moderate or poor contact with the neighbours"
* #poor-contact-with-neighbours ^designation[0].language = #nl
* #poor-contact-with-neighbours ^designation[0].value = "matig of slecht contact met de buren"
* #poor-contact-with-neighbours ^property[0].code = #group
* #poor-contact-with-neighbours ^property[0].valueCoding = $group#informal-support
* #declines-formal-services "Declines formal services"
* #declines-formal-services ^designation[0].language = #nl
* #declines-formal-services ^designation[0].value = "afwijzing van gebruik van formele voorzieningen"
* #declines-formal-services ^property[0].code = #group
* #declines-formal-services ^property[0].valueCoding = $group#formal-services
* #unfamiliar-with-formal-services "Unfamiliar with formal services"
* #unfamiliar-with-formal-services ^designation[0].language = #nl
* #unfamiliar-with-formal-services ^designation[0].value = "onbekendheid met formele voorzieningen"
* #unfamiliar-with-formal-services ^property[0].code = #group
* #unfamiliar-with-formal-services ^property[0].valueCoding = $group#formal-services
* #care-avoidance "Care avoidance"
* #care-avoidance ^designation[0].language = #nl
* #care-avoidance ^designation[0].value = "zorgmijding"
* #care-avoidance ^property[0].code = #group
* #care-avoidance ^property[0].valueCoding = $group#formal-services
* #contact-with-veilig-thuis "Contact with Veilig Thuis"
* #contact-with-veilig-thuis ^designation[0].language = #nl
* #contact-with-veilig-thuis ^designation[0].value = "contacten met Veilig Thuis"
* #contact-with-veilig-thuis ^property[0].code = #group
* #contact-with-veilig-thuis ^property[0].valueCoding = $group#formal-services
* #earlier-child-under-supervision "Earlier child under supervision (OTS) or placed out of home (UHP)"
* #earlier-child-under-supervision ^designation[0].language = #nl
* #earlier-child-under-supervision ^designation[0].value = "eerder kind onder toezicht stelling (OTS) of uit huis geplaatst (UHP)"
* #earlier-child-under-supervision ^property[0].code = #group
* #earlier-child-under-supervision ^property[0].valueCoding = $group#formal-services
* #contact-with-police-or-justice "Contact with police, probation, justice or in detention"
* #contact-with-police-or-justice ^designation[0].language = #nl
* #contact-with-police-or-justice ^designation[0].value = "contact met politie, reclassering, justitie of in detentie"
* #contact-with-police-or-justice ^property[0].code = #group
* #contact-with-police-or-justice ^property[0].valueCoding = $group#formal-services
* #other "Other, namely"
* #other ^designation[0].language = #nl
* #other ^designation[0].value = "anders, namelijk"
