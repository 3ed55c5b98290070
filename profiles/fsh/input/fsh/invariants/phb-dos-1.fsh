Invariant: phb-dos-1
Description: "A document begins with its Composition, which claims the profile phb-dossier-composition."
* severity = #error
* expression = "entry.first().resource.meta.profile.where($this = 'http://ooievaar.example/fhir/StructureDefinition/phb-dossier-composition' or startsWith('http://ooievaar.example/fhir/StructureDefinition/phb-dossier-composition|')).exists()"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Een document begint met zijn Composition, die het profiel phb-dossier-composition noemt."
