CodeSystem: PhbHousingCS
Id: phb-housing
Title: "Woonsituatie"
Description: "How she lives."
* insert TitleEn([["Housing"]])
* insert DescriptionNl([["Hoe zij woont."]])
* ^caseSensitive = true
* ^content = #complete
* #own-home "In a home of her own"
* #own-home ^designation[0].language = #nl
* #own-home ^designation[0].value = "in een eigen huis"
* #rented "In a rented home"
* #rented ^designation[0].language = #nl
* #rented ^designation[0].value = "in een huurwoning"
* #room "In a room"
* #room ^designation[0].language = #nl
* #room ^designation[0].value = "op een kamer"
* #with-others "In the home of others"
* #with-others ^designation[0].language = #nl
* #with-others ^designation[0].value = "bij anderen in huis"
* #sheltered "In sheltered housing or a mother-and-child home"
* #sheltered ^designation[0].language = #nl
* #sheltered ^designation[0].value = "in begeleid wonen of een moeder-kindhuis"
* #shelter "In a shelter"
* #shelter ^designation[0].language = #nl
* #shelter ^designation[0].value = "in de opvang"
* #no-home "Without a home"
* #no-home ^designation[0].language = #nl
* #no-home ^designation[0].value = "zonder huis"
* #other "Other, namely"
* #other ^designation[0].language = #nl
* #other ^designation[0].value = "anders, namelijk"
