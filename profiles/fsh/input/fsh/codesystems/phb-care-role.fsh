CodeSystem: PhbCareRoleCS
Id: phb-care-role
Title: "Rol rond het gezin"
Description: "What somebody does around the family (guideline chapter 6, steps 4 and 5)."
* insert TitleEn([["Role around the family"]])
* insert DescriptionNl([["Wat iemand om het gezin heen doet (handreiking hoofdstuk 6, stap 4 en 5)."]])
* ^caseSensitive = true
* ^content = #complete
* #lead "Lead"
* #lead ^designation[0].language = #nl
* #lead ^designation[0].value = "casusregie"
* #jgz-nurse "Youth nurse who makes the visit"
* #jgz-nurse ^designation[0].language = #nl
* #jgz-nurse ^designation[0].value = "uitvoerend jeugdverpleegkundige"
* #coordinating-obstetric-provider "Coordinating obstetric provider"
* #coordinating-obstetric-provider ^designation[0].language = #nl
* #coordinating-obstetric-provider ^designation[0].value = "coördinerend verloskundig zorgverlener"
* #signaller "Who signalled"
* #signaller ^designation[0].language = #nl
* #signaller ^designation[0].value = "signaleerder"
* #maternity-care "Maternity care"
* #maternity-care ^designation[0].language = #nl
* #maternity-care ^designation[0].value = "kraamzorg"
* #gp "General practitioner"
* #gp ^designation[0].language = #nl
* #gp ^designation[0].value = "huisarts"
* #district-team "District team"
* #district-team ^designation[0].language = #nl
* #district-team ^designation[0].value = "wijkteam"
* #other "Other, namely"
* #other ^designation[0].language = #nl
* #other ^designation[0].value = "anders, namelijk"
