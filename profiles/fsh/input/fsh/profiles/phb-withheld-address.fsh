Profile: PhbWithheldAddress
Parent: Observation
Id: phb-withheld-address
Title: "Geheim adres"
Description: "An address of hers that she keeps secret, in a record of its own: a record opens whole. Only a consent that names it, or the data class withheld-address, opens it."
* insert TitleEn([["Withheld address"]])
* insert DescriptionNl([["Een adres van haar dat zij geheim houdt, in een eigen gegeven: een gegeven gaat in zijn geheel open. Alleen een toestemming die het noemt, of de gegevensklasse withheld-address, opent het."]])
* extension contains PhbAddress named address 1..1
* code = PhbObservationCS#withheld-address
* subject 1..1
* subject only Reference(Patient)
* value[x] 0..0
