Profile: PhbCareTeam
Parent: CareTeam
Id: phb-care-team
Title: "Betrokkenen rond het gezin"
Description: "Who is around the family, and who has the lead (guideline chapter 6, steps 4 and 5). A consent for a role means the member that has it then and is named by the business identifier of its service."
* insert TitleEn([["Who is around the family"]])
* insert DescriptionNl([["Wie er om het gezin staan, en wie de regie heeft (handreiking hoofdstuk 6, stap 4 en 5). Een toestemming voor een rol bedoelt de deelnemer die haar dan vervult en bij de zakelijke identificatie van zijn dienst is genoemd."]])
* obeys phb-team-1
* subject 1..1
* subject only Reference(Patient)
* participant 1..*
* participant.member 1..1
* participant.role 1..1
* participant.role obeys phb-team-2
* participant.role from PhbCareRoleVS (required)
* participant.role.coding 1..*
