Profile: PhbReferralProposal
Parent: ServiceRequest
Id: phb-referral-proposal
Title: "Voorstel voor een aanmelding"
Description: "A referral that is not sent: she did not agree to it, or was not asked yet. Only its author sees it, and no desk is asked anything. Sent again as phb-referral, with her consent and its task, it becomes the referral."
* insert TitleEn([["Proposal of a referral"]])
* insert DescriptionNl([["Een aanmelding die niet is verstuurd: zij stemde er niet mee in, of het is haar nog niet gevraagd. Alleen de opsteller ziet haar, en geen aanmeldpunt wordt iets gevraagd. Nog eens gestuurd als phb-referral, met haar toestemming en de taak, wordt het de aanmelding."]])
* identifier 1..*
* identifier.system 1..1
* identifier.value 1..1
* status = #draft
* intent = #proposal
* code 1..1
* code.coding ^slicing.discriminator.type = #pattern
* code.coding ^slicing.discriminator.path = "$this"
* code.coding ^slicing.rules = #open
* code.coding contains activity 1..1
* code.coding[activity] = PhbActivityCS#prenataal-huisbezoek-jgz
* subject only Reference(Patient)
