CodeSystem: PhbWithheldCS
Id: phb-withheld
Title: "Onthouden om een ander te beschermen"
Description: "Why the custodian withholds a record from the woman it is about: a mark in meta.security of that record (article 7:456 BW)."
* insert TitleEn([["Withheld to protect another person"]])
* insert DescriptionNl([["Waarom de verantwoordelijke een gegeven onthoudt aan de vrouw over wie het gaat: een label in meta.security van dat gegeven (artikel 7:456 BW)."]])
* ^caseSensitive = true
* ^content = #complete
* #informant "Who told it in confidence"
* #informant ^designation[0].language = #nl
* #informant ^designation[0].value = "wie het in vertrouwen vertelde"
* #family-member "A member of the family"
* #family-member ^designation[0].language = #nl
* #family-member ^designation[0].value = "iemand van het gezin of de familie"
* #other-person "Another person"
* #other-person ^designation[0].language = #nl
* #other-person ^designation[0].value = "een ander persoon"
