CodeSystem: PhbContactFormCS
Id: phb-contact-form
Title: "Vorm van het contact"
Description: "Where or how the contact takes place (guideline chapter 6, step 3; by telephone as in BDS element 1577)."
* insert TitleEn([["Form of the contact"]])
* insert DescriptionNl([["Waar of hoe het contact is (handreiking hoofdstuk 6, stap 3; telefonisch als in BDS-element 1577)."]])
* ^caseSensitive = true
* ^content = #complete
* #home "At home"
* #home ^designation[0].language = #nl
* #home ^designation[0].value = "huisbezoek"
* #digital "Digital contact"
* #digital ^designation[0].language = #nl
* #digital ^designation[0].value = "digitaal contact"
* #elsewhere "Elsewhere"
* #elsewhere ^designation[0].language = #nl
* #elsewhere ^designation[0].value = "buiten de woning"
* #jgz-location "At a JGZ location"
* #jgz-location ^designation[0].language = #nl
* #jgz-location ^designation[0].value = "op een JGZ-locatie"
* #phone "By telephone"
* #phone ^designation[0].language = #nl
* #phone ^designation[0].value = "telefonisch"
