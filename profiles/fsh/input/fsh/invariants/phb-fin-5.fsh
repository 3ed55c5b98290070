Invariant: phb-fin-5
Description: "A score and an experience belong to the person the findings are about, a view does not: mark the items of score and experience with questionnaireresponse-author, referring as subject does."
* severity = #error
* expression = "subject.reference.empty() or (item.item.where(linkId.endsWith('.score') or linkId.endsWith('.experience')).all(extension.where(url = 'http://hl7.org/fhir/StructureDefinition/questionnaireresponse-author' and value.ofType(Reference).reference = %resource.subject.reference).exists()) and item.item.where(linkId.endsWith('.view')).all(extension.where(url = 'http://hl7.org/fhir/StructureDefinition/questionnaireresponse-author' and value.ofType(Reference).reference = %resource.subject.reference).empty()))"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Cijfer en beleving zijn van de persoon over wie het gaat, het beeld niet: zet bij de items van cijfer en beleving questionnaireresponse-author, met dezelfde verwijzing als subject."
