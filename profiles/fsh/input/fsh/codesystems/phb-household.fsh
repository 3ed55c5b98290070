CodeSystem: PhbHouseholdCS
Id: phb-household
Title: "Met wie zij woont"
Description: "With whom she lives."
* insert TitleEn([["With whom she lives"]])
* insert DescriptionNl([["Met wie zij woont."]])
* ^caseSensitive = true
* ^content = #complete
* #alone "Lives alone"
* #alone ^designation[0].language = #nl
* #alone ^designation[0].value = "woont alleen"
* #partner "With a partner"
* #partner ^designation[0].language = #nl
* #partner ^designation[0].value = "met partner"
* #minor-children "With children under eighteen"
* #minor-children ^designation[0].language = #nl
* #minor-children ^designation[0].value = "met kinderen onder de achttien"
* #adult-children "With adult children"
* #adult-children ^designation[0].language = #nl
* #adult-children ^designation[0].value = "met volwassen kinderen"
* #parents "With her parents"
* #parents ^designation[0].language = #nl
* #parents ^designation[0].value = "met haar ouders"
* #relatives "With other relatives"
* #relatives ^designation[0].language = #nl
* #relatives ^designation[0].value = "met andere familie"
* #friends "With friends"
* #friends ^designation[0].language = #nl
* #friends ^designation[0].value = "met vrienden"
* #other "Other, namely"
* #other ^designation[0].language = #nl
* #other ^designation[0].value = "anders, namelijk"
