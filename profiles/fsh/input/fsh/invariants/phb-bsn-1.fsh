Invariant: phb-bsn-1
Description: "The BSN does not pass the eleven-test: check the nine digits of the citizen service number."
* severity = #error
* expression = "value.matches('^[0-9]{9}$') and ((value.substring(0,1).toInteger()*9 + value.substring(1,1).toInteger()*8 + value.substring(2,1).toInteger()*7 + value.substring(3,1).toInteger()*6 + value.substring(4,1).toInteger()*5 + value.substring(5,1).toInteger()*4 + value.substring(6,1).toInteger()*3 + value.substring(7,1).toInteger()*2 - value.substring(8,1).toInteger()) mod 11 = 0)"
* human.extension[0].url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension[0].extension[0].url = "lang"
* human.extension[0].extension[0].valueCode = #nl
* human.extension[0].extension[1].url = "content"
* human.extension[0].extension[1].valueString = "Het BSN voldoet niet aan de elfproef: controleer de negen cijfers van het burgerservicenummer."
