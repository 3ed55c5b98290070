Instance: phb-reroute
InstanceOf: OperationDefinition
Usage: #definition
Title: "Doorzetten naar het juiste aanmeldpunt"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-reroute"
* version = "0.1.0"
* name = "PhbReroute"
* title = "Doorzetten naar het juiste aanmeldpunt"
* status = #active
* publisher = "Ooievaar"
* description = "After a desk rejected a referral, its sender sends it on to the right desk, with its history: a new referral task that is part of the old one, on a consent for the new desk that is there already or comes along. The consent for the old desk ends. The clock begins at receipt by the new desk. Done twice it is done once."
* kind = #operation
* date = "2026-11-26"
* affectsState = true
* code = #reroute
* resource[0] = #ServiceRequest
* system = false
* type = false
* instance = true
* parameter[0].name = #performer
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "The new desk, HealthcareService/[id]."
* insert ParameterNl(0, [["Het nieuwe aanmeldpunt, HealthcareService/[id]."]])
* parameter[0].type = #Reference
* parameter[1].name = #consent
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "Her consent for the new desk (phb-consent), when it is not on record yet."
* insert ParameterNl(1, [["Haar toestemming voor het nieuwe aanmeldpunt (phb-consent), als die nog niet is vastgelegd."]])
* parameter[1].type = #Consent
* parameter[2].name = #provenance
* parameter[2].use = #in
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].documentation = "Who recorded that consent (phb-consent-provenance); its target is urn:uuid:00000000-0000-4000-8000-000000000001, which stands for the consent of this call."
* insert ParameterNl(2, [["Wie die toestemming vastlegde (phb-consent-provenance); het doel is urn:uuid:00000000-0000-4000-8000-000000000001, dat voor de toestemming in deze aanroep staat."]])
* parameter[2].type = #Provenance
* parameter[3].name = #reason
* parameter[3].use = #in
* parameter[3].min = 0
* parameter[3].max = "1"
* parameter[3].documentation = "Why it goes to another desk than that of her municipality, when it does."
* insert ParameterNl(3, [["Waarom zij naar een ander aanmeldpunt gaat dan dat van haar gemeente, als dat zo is."]])
* parameter[3].type = #code
* parameter[3].binding.strength = #required
* parameter[3].binding.valueSet = "http://ooievaar.example/fhir/ValueSet/phb-desk-reason"
* parameter[4].name = #task
* parameter[4].use = #out
* parameter[4].min = 1
* parameter[4].max = "1"
* parameter[4].documentation = "The referral task of the new desk."
* insert ParameterNl(4, [["De taak van de aanmelding bij het nieuwe aanmeldpunt."]])
* parameter[4].type = #Task
* parameter[5].name = #outcome
* parameter[5].use = #out
* parameter[5].min = 0
* parameter[5].max = "1"
* parameter[5].documentation = "When it was sent on to this desk before: that nothing was written again."
* insert ParameterNl(5, [["Als zij al eerder naar dit aanmeldpunt was doorgezet: dat er niets opnieuw is geschreven."]])
* parameter[5].type = #OperationOutcome
* insert InstanceTitleEn([["Send on to the right desk"]])
* insert InstanceDescriptionNl([["Nadat een aanmeldpunt een aanmelding afwees, zet de afzender haar door naar het juiste aanmeldpunt, met haar geschiedenis: een nieuwe taak die deel is van de oude, op een toestemming voor het nieuwe aanmeldpunt die er al is of meekomt. De toestemming voor het oude aanmeldpunt eindigt. De klok begint bij ontvangst door het nieuwe aanmeldpunt. Twee keer is één keer."]])
