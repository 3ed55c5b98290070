Invariant: phb-adr-1
Description: "An address that is kept secret (iso21090-AD-use CONF) stands in no Patient or RelatedPerson, which others may read: record it apart, as phb-withheld-address, and give the municipality of the woman in her Patient."
* severity = #error
* expression = "extension.where(url = 'http://hl7.org/fhir/StructureDefinition/iso21090-AD-use' and value = 'CONF').empty()"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Een adres dat geheim blijft (iso21090-AD-use CONF) staat niet in een Patient of RelatedPerson, die anderen mogen lezen: leg het apart vast, als phb-withheld-address, en geef de gemeente van de zwangere in haar Patient."
