Profile: PhbRelatedPerson
Parent: RelatedPerson
Id: phb-related-person
Title: "Naaste"
Description: "Somebody around the woman or the child: a partner, a parent, a trusted person, or the mother of the child. What is recorded about him is her account."
* patient only Reference(Patient)
* relationship 1..*
