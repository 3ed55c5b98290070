Profile: PhbEmergencyNotice
Parent: Task
Id: phb-emergency-notice
Title: "Bericht van noodtoegang"
Description: "Tells the privacy officer that emergency access was opened, and asks to tell the woman over her safe channel before restriction.period.end. Made by the server; the officer moves it: completed when she was told, on-hold with a reason to put it off: what she would find in her app is then kept from her until he takes it up again."
* insert TitleEn([["Notice of emergency access"]])
* insert DescriptionNl([["Vertelt de functionaris gegevensbescherming dat noodtoegang is geopend, en vraagt het de zwangere langs haar veilige weg te vertellen vóór restriction.period.end. De server maakt het; de functionaris zet het voort: completed als het haar verteld is, on-hold met een reden om het uit te stellen: wat zij in haar app zou vinden wordt haar dan onthouden tot hij het weer oppakt."]])
* obeys phb-emn-1
* intent = #order
* owner 1..1
* reasonCode 1..1
* reasonCode from PhbEmergencyBasisVS (required)
* reasonCode.coding 1..*
* reasonCode.text 1..1
* code 1..1
* code.coding ^slicing.discriminator.type = #pattern
* code.coding ^slicing.discriminator.path = "$this"
* code.coding ^slicing.rules = #open
* code.coding contains kind 1..1
* code.coding[kind] = PhbTaskCodeCS#emergency-notice
