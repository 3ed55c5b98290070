RuleSet: TitleEn(text)
* ^title.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* ^title.extension[0].extension[0].url = "lang"
* ^title.extension[0].extension[0].valueCode = #en
* ^title.extension[0].extension[1].url = "content"
* ^title.extension[0].extension[1].valueString = {text}

RuleSet: DescriptionNl(text)
* ^description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* ^description.extension[0].extension[0].url = "lang"
* ^description.extension[0].extension[0].valueCode = #nl
* ^description.extension[0].extension[1].url = "content"
* ^description.extension[0].extension[1].valueString = {text}

RuleSet: InstanceTitleEn(text)
* title.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* title.extension[0].extension[0].url = "lang"
* title.extension[0].extension[0].valueCode = #en
* title.extension[0].extension[1].url = "content"
* title.extension[0].extension[1].valueString = {text}

RuleSet: InstanceDescriptionNl(text)
* description.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension[0].extension[0].url = "lang"
* description.extension[0].extension[0].valueCode = #nl
* description.extension[0].extension[1].url = "content"
* description.extension[0].extension[1].valueString = {text}

RuleSet: ParameterNl(number, text)
* parameter[{number}].documentation.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* parameter[{number}].documentation.extension[0].extension[0].url = "lang"
* parameter[{number}].documentation.extension[0].extension[0].valueCode = #nl
* parameter[{number}].documentation.extension[0].extension[1].url = "content"
* parameter[{number}].documentation.extension[0].extension[1].valueString = {text}
