Instance: phb-hand-over-to-child
InstanceOf: OperationDefinition
Usage: #definition
Title: "Overdragen naar het kinddossier"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-hand-over-to-child"
* version = "0.1.0"
* name = "PhbHandOverToChild"
* title = "Overdragen naar het kinddossier"
* status = #active
* publisher = "Ooievaar"
* description = "Hands over exactly the items that were chosen, as one document with its origin, to the dossier of the child: after birth, with the consent of each adult concerned for the purpose child-dossier. One hand-over for each child; the same again answers the first."
* kind = #operation
* date = "2026-11-26"
* affectsState = true
* code = #hand-over-to-child
* resource[0] = #Patient
* system = false
* type = false
* instance = true
* parameter[0].name = #child
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "The child."
* parameter[0].type = #Reference
* parameter[1].name = #partner
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "Another adult, as in the preview."
* parameter[1].type = #Reference
* parameter[2].name = #item
* parameter[2].use = #in
* parameter[2].min = 1
* parameter[2].max = "*"
* parameter[2].documentation = "What she chose, as the preview named it."
* parameter[2].part[0].name = #source
* parameter[2].part[0].use = #in
* parameter[2].part[0].min = 1
* parameter[2].part[0].max = "1"
* parameter[2].part[0].documentation = "The exact version it stands in."
* parameter[2].part[0].type = #Reference
* parameter[2].part[1].name = #part
* parameter[2].part[1].use = #in
* parameter[2].part[1].min = 0
* parameter[2].part[1].max = "1"
* parameter[2].part[1].documentation = "Which part of it; none for the whole."
* parameter[2].part[1].type = #string
* parameter[3].name = #document
* parameter[3].use = #out
* parameter[3].min = 1
* parameter[3].max = "1"
* parameter[3].documentation = "The Composition in the dossier of the child."
* parameter[3].type = #Reference
* parameter[4].name = #repeated
* parameter[4].use = #out
* parameter[4].min = 1
* parameter[4].max = "1"
* parameter[4].documentation = "Whether this was done before and nothing changed now."
* parameter[4].type = #boolean
* insert InstanceTitleEn([["Hand over to the child dossier"]])
* insert InstanceDescriptionNl([["Draagt precies de gekozen gegevens over, als één document met herkomst, aan het dossier van het kind: na de geboorte, met toestemming van elke betrokken volwassene voor het doel child-dossier. Eén overdracht per kind; dezelfde opnieuw geeft de eerste."]])
