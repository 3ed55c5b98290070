Instance: phb-from-birth-care
InstanceOf: OperationDefinition
Usage: #definition
Title: "Geboortezorgdossier overnemen"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-from-birth-care"
* version = "0.1.0"
* name = "PhbFromBirthCare"
* title = "Geboortezorgdossier overnemen"
* status = #active
* publisher = "Ooievaar"
* description = "A record as birth care has it becomes resources of R4 in the file of who sends it: the woman, her pregnancy, what it tells of her situation, the risk factors of the guideline that it names, and where the record is. Nothing is invented: what is not known stays so. Every field is accounted for. The same record again changes nothing; a newer one updates what it made, and the earlier version stays in its history. It opens nothing to anybody, but for a referral that is asked for with her consent: that one is sent as any referral, with its task, and what decides about referrals decides about it. Asked for without a consent it becomes a proposal (phb-referral-proposal), which only its author sees; asked again with her consent, the proposal becomes the referral. A consent is never made."
* kind = #operation
* date = "2026-11-26"
* affectsState = true
* code = #from-birth-care
* system = true
* type = false
* instance = false
* parameter[0].name = #record
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "The record: ADA XML, ADA Lite, HL7v3, CDA or a bundle of FHIR STU3, as bytes in base64. Its form and the version of its dataset are recognised."
* insert ParameterNl(0, [["Het dossier: ADA XML, ADA Lite, HL7v3, CDA of een bundel van FHIR STU3, als bytes in base64. Vorm en versie van de gegevensset worden herkend."]])
* parameter[0].type = #base64Binary
* parameter[1].name = #strict
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "Whether one field that can not be read refuses the whole; false when it is not told: it is left out and accounted for."
* insert ParameterNl(1, [["Of één veld dat niet te lezen is het geheel weigert; onwaar als het niet wordt gezegd: het blijft weg en staat in de verantwoording."]])
* parameter[1].type = #boolean
* parameter[2].name = #preview
* parameter[2].use = #in
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].documentation = "Whether to answer the transaction and write nothing."
* insert ParameterNl(2, [["Of de transactie wordt geantwoord en er niets wordt geschreven."]])
* parameter[2].type = #boolean
* parameter[3].name = #referral
* parameter[3].use = #in
* parameter[3].min = 0
* parameter[3].max = "1"
* parameter[3].documentation = "A referral that is asked for with the record, as phb-referral has it: what the record can not know, such as your number for it, the route, the desk and who asks. Her it names by urn:uuid:00000000-0000-4000-8000-000000000000. The risk factors and the due date that the record tells of are added as its reasons and support; its profile, status, intent and task follow from her consent. The route contact-details passes on no record, so it does not go with one."
* insert ParameterNl(3, [["Een aanmelding die bij het dossier wordt gevraagd, zoals phb-referral haar heeft: wat het dossier niet kan weten, zoals uw nummer ervoor, de route, het aanmeldpunt en wie vraagt. Haar noemt u met urn:uuid:00000000-0000-4000-8000-000000000000. De risicofactoren en de uitgerekende datum die het dossier vertelt, komen er als reden en ondersteuning bij; profiel, status, intent en taak volgen uit haar toestemming. De route contact-details geeft geen dossier door en gaat dus niet met een dossier mee."]])
* parameter[3].type = #ServiceRequest
* parameter[4].name = #consent
* parameter[4].use = #in
* parameter[4].min = 0
* parameter[4].max = "*"
* parameter[4].documentation = "Her consents (phb-consent), as a referral carries them; one that is on record already is named in referral.supportingInfo instead. She is urn:uuid:00000000-0000-4000-8000-000000000000 here too. Without any, the referral stays a proposal."
* insert ParameterNl(4, [["Haar toestemmingen (phb-consent), zoals een aanmelding ze meebrengt; een die al is vastgelegd, wordt in plaats daarvan genoemd in referral.supportingInfo. Ook hier is zij urn:uuid:00000000-0000-4000-8000-000000000000. Zonder toestemming blijft de aanmelding een voorstel."]])
* parameter[4].type = #Consent
* parameter[5].name = #provenance
* parameter[5].use = #in
* parameter[5].min = 0
* parameter[5].max = "*"
* parameter[5].documentation = "Who recorded those consents (phb-consent-provenance); urn:uuid:00000000-0000-4000-8000-000000000001 stands for the first consent, …002 for the second, and so on."
* insert ParameterNl(5, [["Wie die toestemmingen vastlegde (phb-consent-provenance); urn:uuid:00000000-0000-4000-8000-000000000001 staat voor de eerste toestemming, …002 voor de tweede, enzovoort."]])
* parameter[5].type = #Provenance
* parameter[6].name = #transaction
* parameter[6].use = #out
* parameter[6].min = 0
* parameter[6].max = "1"
* parameter[6].documentation = "With preview: what would be sent, as a transaction that any server of R4 takes."
* insert ParameterNl(6, [["Met preview: wat er zou worden verstuurd, als transactie die elke R4-server aanneemt."]])
* parameter[6].type = #Bundle
* parameter[7].name = #resource
* parameter[7].use = #out
* parameter[7].min = 0
* parameter[7].max = "*"
* parameter[7].documentation = "Each resource that the record tells of, and what became of it."
* insert ParameterNl(7, [["Elke resource waar het dossier van vertelt, en wat ermee gebeurde."]])
* parameter[7].part[0].name = #reference
* parameter[7].part[0].use = #out
* parameter[7].part[0].min = 1
* parameter[7].part[0].max = "1"
* parameter[7].part[0].documentation = "Where it is."
* parameter[7].part[0].type = #Reference
* parameter[7].part[1].name = #outcome
* parameter[7].part[1].use = #out
* parameter[7].part[1].min = 1
* parameter[7].part[1].max = "1"
* parameter[7].part[1].documentation = "created, updated or unchanged."
* parameter[7].part[1].type = #code
* parameter[8].name = #summary
* parameter[8].use = #out
* parameter[8].min = 1
* parameter[8].max = "1"
* parameter[8].documentation = "How many fields the record has, and how many of each outcome."
* insert ParameterNl(8, [["Hoeveel velden het dossier heeft, en hoeveel van elke uitkomst."]])
* parameter[8].part[0].name = #fields
* parameter[8].part[0].use = #out
* parameter[8].part[0].min = 1
* parameter[8].part[0].max = "1"
* parameter[8].part[0].documentation = "All fields."
* parameter[8].part[0].type = #integer
* parameter[8].part[1].name = #mapped
* parameter[8].part[1].use = #out
* parameter[8].part[1].min = 1
* parameter[8].part[1].max = "1"
* parameter[8].part[1].documentation = "Carried whole."
* parameter[8].part[1].type = #integer
* parameter[8].part[2].name = #mapped-with-loss
* parameter[8].part[2].use = #out
* parameter[8].part[2].min = 1
* parameter[8].part[2].max = "1"
* parameter[8].part[2].documentation = "Carried with loss."
* parameter[8].part[2].type = #integer
* parameter[8].part[3].name = #not-mapped
* parameter[8].part[3].use = #out
* parameter[8].part[3].min = 1
* parameter[8].part[3].max = "1"
* parameter[8].part[3].documentation = "Left where they were."
* parameter[8].part[3].type = #integer
* parameter[8].part[4].name = #rejected
* parameter[8].part[4].use = #out
* parameter[8].part[4].min = 1
* parameter[8].part[4].max = "1"
* parameter[8].part[4].documentation = "Could not be read."
* parameter[8].part[4].type = #integer
* parameter[9].name = #field
* parameter[9].use = #out
* parameter[9].min = 0
* parameter[9].max = "*"
* parameter[9].documentation = "One for each field of the record that was not carried whole, and with preview for each field: where it stood, what became of it and why. Never its value."
* insert ParameterNl(9, [["Eén voor elk veld van het dossier dat niet heel meekwam, en met preview voor elk veld: waar het stond, wat ermee gebeurde en waarom. Nooit de waarde."]])
* parameter[9].part[0].name = #place
* parameter[9].part[0].use = #out
* parameter[9].part[0].min = 1
* parameter[9].part[0].max = "1"
* parameter[9].part[0].documentation = "Names from the root of the record, and line and column."
* parameter[9].part[0].type = #string
* parameter[9].part[1].name = #element
* parameter[9].part[1].use = #out
* parameter[9].part[1].min = 0
* parameter[9].part[1].max = "1"
* parameter[9].part[1].documentation = "Dataset and number, when it is known."
* parameter[9].part[1].type = #string
* parameter[9].part[2].name = #outcome
* parameter[9].part[2].use = #out
* parameter[9].part[2].min = 1
* parameter[9].part[2].max = "1"
* parameter[9].part[2].documentation = "mapped, mapped-with-loss, not-mapped or rejected."
* parameter[9].part[2].type = #code
* parameter[9].part[3].name = #target
* parameter[9].part[3].use = #out
* parameter[9].part[3].min = 0
* parameter[9].part[3].max = "1"
* parameter[9].part[3].documentation = "Where it went."
* parameter[9].part[3].type = #string
* parameter[9].part[4].name = #why
* parameter[9].part[4].use = #out
* parameter[9].part[4].min = 0
* parameter[9].part[4].max = "1"
* parameter[9].part[4].documentation = "Why it was left, lost something or was rejected."
* parameter[9].part[4].type = #code
* parameter[9].part[5].name = #text
* parameter[9].part[5].use = #out
* parameter[9].part[5].min = 0
* parameter[9].part[5].max = "1"
* parameter[9].part[5].documentation = "The same as a sentence, in the language that was asked."
* parameter[9].part[5].type = #string
* parameter[10].name = #outcome
* parameter[10].use = #out
* parameter[10].min = 0
* parameter[10].max = "*"
* parameter[10].documentation = "What the sender of a referral is told besides, as in the answer to any referral: such as that no consent opens it to its desk."
* insert ParameterNl(10, [["Wat de afzender van een aanmelding verder te horen krijgt, zoals in het antwoord op elke aanmelding: bijvoorbeeld dat geen toestemming haar voor het aanmeldpunt opent."]])
* parameter[10].type = #OperationOutcome
* insert InstanceTitleEn([["From a record of birth care"]])
* insert InstanceDescriptionNl([["Een dossier zoals de geboortezorg het heeft wordt resources van R4 in het dossier van wie het stuurt: de vrouw, haar zwangerschap, wat het over haar situatie vertelt, de risicofactoren van de handreiking die het noemt, en waar het dossier is. Er wordt niets bij bedacht: wat niet bekend is blijft dat. Elk veld wordt verantwoord. Hetzelfde dossier nog eens verandert niets; een nieuwer werkt bij wat het maakte, en de vorige versie blijft in de geschiedenis. Het opent voor niemand iets, behalve bij een aanmelding die met haar toestemming wordt gevraagd: die wordt verstuurd als elke aanmelding, met haar taak, en wat over aanmeldingen beslist, beslist erover. Zonder toestemming gevraagd wordt het een voorstel (phb-referral-proposal), dat alleen de opsteller ziet; nog eens gevraagd met haar toestemming wordt het voorstel de aanmelding. Een toestemming wordt nooit gemaakt."]])
