Instance: phb-birth
InstanceOf: OperationDefinition
Usage: #definition
Title: "Geboorte vastleggen"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-birth"
* version = "0.1.0"
* name = "PhbBirth"
* title = "Geboorte vastleggen"
* status = #active
* publisher = "Ooievaar"
* description = "Records the birth of one or more children: each gets a Patient and a file of its own, tied to the mother by a RelatedPerson that names nothing of hers; a planned evaluation moves to six weeks after birth; new prenatal referrals are refused where the birth is kept. By the custodian of her file. The same birth twice is one."
* kind = #operation
* date = "2026-11-26"
* affectsState = true
* code = #birth
* resource[0] = #Patient
* system = false
* type = false
* instance = true
* parameter[0].name = #child
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "*"
* parameter[0].documentation = "A child: a Patient with profile phb-child, with its date of birth and, where known, the time (patient-birthTime), identifiers and name."
* parameter[0].type = #Resource
* parameter[1].name = #additional
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "These children come beside those that are on record of this pregnancy, such as a second child of a twin."
* parameter[1].type = #boolean
* parameter[2].name = #child
* parameter[2].use = #out
* parameter[2].min = 1
* parameter[2].max = "*"
* parameter[2].documentation = "The Patient of each child, in the order in which they were sent."
* parameter[2].type = #Reference
* parameter[3].name = #evaluation
* parameter[3].use = #out
* parameter[3].min = 0
* parameter[3].max = "1"
* parameter[3].documentation = "The day to which the evaluation moved, where one was planned."
* parameter[3].type = #date
* parameter[4].name = #repeated
* parameter[4].use = #out
* parameter[4].min = 1
* parameter[4].max = "1"
* parameter[4].documentation = "Whether this was done before and nothing changed now."
* parameter[4].type = #boolean
* insert InstanceTitleEn([["Record a birth"]])
* insert InstanceDescriptionNl([["Legt de geboorte van een of meer kinderen vast: elk krijgt een eigen Patient en dossier, met de moeder verbonden door een RelatedPerson die niets over haar noemt; een geplande evaluatie verschuift naar zes weken na de geboorte; nieuwe prenatale aanmeldingen worden geweigerd waar de geboorte is vastgelegd. Door de verantwoordelijke van haar dossier. Dezelfde geboorte twee keer is er één."]])
