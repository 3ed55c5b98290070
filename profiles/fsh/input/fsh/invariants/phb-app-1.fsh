Invariant: phb-app-1
Description: "Name the woman as a participant: an actor that points to her Patient."
* severity = #error
* expression = "participant.where(actor.reference.startsWith('urn:uuid:') or actor.reference.matches('^(.*/)?Patient/.+$')).exists()"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Noem de vrouw als deelnemer: een actor die naar haar Patient verwijst."
