Invariant: phb-sfc-1
Description: "Where nothing may be written to her (write false) no written way is safe: leave out text-message, email, letter and app, or ask her again."
* severity = #error
* expression = "extension.where(url = 'write' and value = false).empty() or extension.where(url = 'way').extension.where(url = 'channel' and value in ('text-message' | 'email' | 'letter' | 'app')).empty()"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Waar haar niets geschreven mag worden (write false) is geen geschreven weg veilig: laat text-message, email, letter en app weg, of vraag het haar opnieuw."
