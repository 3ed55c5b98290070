ValueSet: PhbWithheldVS
Id: phb-withheld
Title: "Onthouden om een ander te beschermen"
Description: "Why the custodian withholds a record from the woman it is about: a mark in meta.security of that record (article 7:456 BW)."
* insert TitleEn([["Withheld to protect another person"]])
* insert DescriptionNl([["Waarom de verantwoordelijke een gegeven onthoudt aan de vrouw over wie het gaat: een label in meta.security van dat gegeven (artikel 7:456 BW)."]])
* include codes from system PhbWithheldCS
