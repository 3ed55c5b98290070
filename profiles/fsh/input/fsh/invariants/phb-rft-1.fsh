Invariant: phb-rft-1
Description: "Give a statusReason only with status rejected: it is the administrative reason for which a desk does not take the referral."
* severity = #error
* expression = "statusReason.empty() or status = 'rejected'"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Geef statusReason alleen bij status rejected: het is de administratieve reden waarom een aanmeldpunt de aanmelding niet aanneemt."
