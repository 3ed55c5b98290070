Invariant: phb-org-1
Description: "Identify the organisation by its URA, or by its KvK number when it has no URA."
* severity = #error
* expression = "identifier.where(system = 'http://fhir.nl/fhir/NamingSystem/ura' or system = 'http://fhir.nl/fhir/NamingSystem/kvk').exists()"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Identificeer de organisatie met haar URA, of met haar KvK-nummer als zij geen URA heeft."
