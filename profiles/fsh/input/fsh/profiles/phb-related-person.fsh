Profile: PhbRelatedPerson
Parent: RelatedPerson
Id: phb-related-person
Title: "Naaste"
Description: "Somebody around the woman or the child: a partner, a parent, a trusted person, or the mother of the child. What is recorded about him is her account."
* insert TitleEn([["Somebody close"]])
* insert DescriptionNl([["Iemand om de zwangere of het kind heen: een partner, een ouder, een vertrouwd persoon, of de moeder van het kind. Wat over hem is vastgelegd is haar verhaal."]])
* patient only Reference(Patient)
* relationship 1..*
* address obeys phb-adr-1
