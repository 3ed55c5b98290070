Instance: phb-transfer
InstanceOf: OperationDefinition
Usage: #definition
Title: "Dossier overdragen bij verhuizing"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-transfer"
* version = "0.1.0"
* name = "PhbTransfer"
* title = "Dossier overdragen bij verhuizing"
* status = #active
* publisher = "Ooievaar"
* description = "She moves to a municipality of another JGZ: the desk that keeps her file hands over, as one document (phb-dossier), what her consent for transfer opens to the new desk, in the versions of now. The new desk gets a Patient and a work task of its own, with the day of receipt and the deadline of the old one; the work of the old desk ends. Who referred her learns nothing of it. What is about safety at home, a withheld address, what is kept from her, and the file of her partner never go along. Done twice it is done once."
* kind = #operation
* date = "2026-11-26"
* affectsState = true
* code = #transfer
* resource[0] = #Patient
* system = false
* type = false
* instance = true
* parameter[0].name = #to
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "The desk of the other JGZ, HealthcareService/[id]."
* insert ParameterNl(0, [["Het aanmeldpunt van de andere JGZ, HealthcareService/[id]."]])
* parameter[0].type = #Reference
* parameter[1].name = #consent
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "Her consent with purpose transfer, from this JGZ to the new desk (phb-consent), when it is not on record yet."
* insert ParameterNl(1, [["Haar toestemming met doel transfer, van deze JGZ aan het nieuwe aanmeldpunt (phb-consent), als die nog niet is vastgelegd."]])
* parameter[1].type = #Consent
* parameter[2].name = #provenance
* parameter[2].use = #in
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].documentation = "Who recorded that consent (phb-consent-provenance); its target is urn:uuid:00000000-0000-4000-8000-000000000001, which stands for the consent of this call."
* insert ParameterNl(2, [["Wie die toestemming vastlegde (phb-consent-provenance); het doel is urn:uuid:00000000-0000-4000-8000-000000000001, dat voor de toestemming in deze aanroep staat."]])
* parameter[2].type = #Provenance
* parameter[3].name = #document
* parameter[3].use = #out
* parameter[3].min = 1
* parameter[3].max = "1"
* parameter[3].documentation = "The document as it was delivered, which this desk keeps: Binary/[id], with the Bundle in it."
* insert ParameterNl(3, [["Het document zoals het is overgedragen, dat dit aanmeldpunt bewaart: Binary/[id], met de Bundle erin."]])
* parameter[3].type = #Reference
* parameter[4].name = #repeated
* parameter[4].use = #out
* parameter[4].min = 1
* parameter[4].max = "1"
* parameter[4].documentation = "Whether it was transferred to this desk before and nothing was written now."
* insert ParameterNl(4, [["Of het al eerder aan dit aanmeldpunt was overgedragen en er nu niets is geschreven."]])
* parameter[4].type = #boolean
* insert InstanceTitleEn([["Transfer of the file when she moves"]])
* insert InstanceDescriptionNl([["Zij verhuist naar een gemeente van een andere JGZ: het aanmeldpunt dat haar dossier beheert draagt als één document (phb-dossier) over wat haar toestemming voor overdracht opent voor het nieuwe aanmeldpunt, in de versies van nu. Het nieuwe aanmeldpunt krijgt een eigen Patient en een eigen werktaak, met de dag van ontvangst en de uiterste datum van de oude; het werk van het oude aanmeldpunt eindigt. Wie haar aanmeldde verneemt er niets van. Wat over veiligheid thuis gaat, een geheim adres, wat voor haar is afgeschermd en het dossier van haar partner gaan nooit mee. Twee keer is één keer."]])
