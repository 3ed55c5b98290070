CodeSystem: PhbProtectiveFactorCS
Id: phb-protective-factor
Title: "Beschermende factor"
Description: "Protective factors (guideline 5.2.2): 18 factors, and other."
* insert TitleEn([["Protective factor"]])
* insert DescriptionNl([["Beschermende factoren (handreiking 5.2.2): 18 factoren, en anders."]])
* ^caseSensitive = true
* ^content = #complete
* ^property[0].code = #group
* ^property[0].type = #Coding
* ^property[0].description = "Group the factor belongs to; our assignment, the guideline gives one list"
* #stable-family-situation "Stable family situation"
* #stable-family-situation ^designation[0].language = #nl
* #stable-family-situation ^designation[0].value = "stabiele gezinssituatie"
* #stable-family-situation ^property[0].code = #group
* #stable-family-situation ^property[0].valueCoding = $group#family-situation
* #wanted-pregnancy "Wanted pregnancy"
* #wanted-pregnancy ^designation[0].language = #nl
* #wanted-pregnancy ^designation[0].value = "gewenste zwangerschap"
* #wanted-pregnancy ^property[0].code = #group
* #wanted-pregnancy ^property[0].valueCoding = $group#family-situation
* #pleasant-childhood "Parent had a pleasant childhood"
* #pleasant-childhood ^designation[0].language = #nl
* #pleasant-childhood ^designation[0].value = "ouder heeft een prettige jeugd gehad"
* #pleasant-childhood ^property[0].code = #group
* #pleasant-childhood ^property[0].valueCoding = $group#attachment-and-parenting
* #securely-attached "Parent is securely attached"
* #securely-attached ^designation[0].language = #nl
* #securely-attached ^designation[0].value = "ouder is veilig gehecht"
* #securely-attached ^property[0].code = #group
* #securely-attached ^property[0].valueCoding = $group#attachment-and-parenting
* #positive-parenting-experience "Positive parenting experience with earlier children"
* #positive-parenting-experience ^designation[0].language = #nl
* #positive-parenting-experience ^designation[0].value = "positieve opvoedingsbeleving van eerdere kinderen"
* #positive-parenting-experience ^property[0].code = #group
* #positive-parenting-experience ^property[0].valueCoding = $group#attachment-and-parenting
* #good-health "Good health"
* #good-health ^designation[0].language = #nl
* #good-health ^designation[0].value = "goede gezondheid"
* #good-health ^property[0].code = #group
* #good-health ^property[0].valueCoding = $group#parents-health
* #good-health-literacy "Good health literacy"
* #good-health-literacy ^designation[0].language = #nl
* #good-health-literacy ^designation[0].value = "goede gezondheidsvaardigheden"
* #good-health-literacy ^property[0].code = #group
* #good-health-literacy ^property[0].valueCoding = $group#parents-health
* #good-intelligence "Good intelligence"
* #good-intelligence ^designation[0].language = #nl
* #good-intelligence ^designation[0].value = "goede intelligentie"
* #good-intelligence ^property[0].code = #group
* #good-intelligence ^property[0].valueCoding = $group#parents-health
* #positive-life-course "Positive life course"
* #positive-life-course ^designation[0].language = #nl
* #positive-life-course ^designation[0].value = "positieve levensloop"
* #positive-life-course ^property[0].code = #group
* #positive-life-course ^property[0].valueCoding = $group#life-course
* #good-education "Good education"
* #good-education ^designation[0].language = #nl
* #good-education ^designation[0].value = "goede opleiding"
* #good-education ^property[0].code = #group
* #good-education ^property[0].valueCoding = $group#life-course
* #stable-employment "Stable employment"
* #stable-employment ^designation[0].language = #nl
* #stable-employment ^designation[0].value = "stabiele werkgelegenheid"
* #stable-employment ^property[0].code = #group
* #stable-employment ^property[0].valueCoding = $group#life-course
* #sufficient-finances "Sufficient finances"
* #sufficient-finances ^designation[0].language = #nl
* #sufficient-finances ^designation[0].value = "voldoende financiën"
* #sufficient-finances ^property[0].code = #group
* #sufficient-finances ^property[0].valueCoding = $group#finances
* #little-perceived-stress "Little perceived stress"
* #little-perceived-stress ^designation[0].language = #nl
* #little-perceived-stress ^designation[0].value = "weinig ervaren stress"
* #little-perceived-stress ^property[0].code = #group
* #little-perceived-stress ^property[0].valueCoding = $group#parents-health
* #good-communication-skills "Good communication skills"
* #good-communication-skills ^designation[0].language = #nl
* #good-communication-skills ^designation[0].value = "goede communicatieve vaardigheden"
* #good-communication-skills ^property[0].code = #group
* #good-communication-skills ^property[0].valueCoding = $group#communication
* #good-command-of-dutch "Good command of Dutch"
* #good-command-of-dutch ^designation[0].language = #nl
* #good-command-of-dutch ^designation[0].value = "goede beheersing Nederlandse taal"
* #good-command-of-dutch ^property[0].code = #group
* #good-command-of-dutch ^property[0].valueCoding = $group#communication
* #good-social-contacts "Good social contacts and support"
* #good-social-contacts ^designation[0].language = #nl
* #good-social-contacts ^designation[0].value = "goede sociale contacten en steun"
* #good-social-contacts ^property[0].code = #group
* #good-social-contacts ^property[0].valueCoding = $group#informal-support
* #good-bond-with-family-and-friends "Good bond with family, friends and neighbours"
* #good-bond-with-family-and-friends ^designation[0].language = #nl
* #good-bond-with-family-and-friends ^designation[0].value = "goede band met familie, vrienden en buren"
* #good-bond-with-family-and-friends ^property[0].code = #group
* #good-bond-with-family-and-friends ^property[0].valueCoding = $group#informal-support
* #uses-appropriate-services "Uses appropriate services"
* #uses-appropriate-services ^designation[0].language = #nl
* #uses-appropriate-services ^designation[0].value = "gebruik van passende voorzieningen"
* #uses-appropriate-services ^property[0].code = #group
* #uses-appropriate-services ^property[0].valueCoding = $group#formal-services
* #other "Other, namely"
* #other ^designation[0].language = #nl
* #other ^designation[0].value = "anders, namelijk"
