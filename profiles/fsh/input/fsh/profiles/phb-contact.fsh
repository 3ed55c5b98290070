Profile: PhbContact
Parent: Encounter
Id: phb-contact
Title: "Contactmoment"
Description: "A contact between the nurse and the woman."
* insert TitleEn([["Contact"]])
* insert DescriptionNl([["Een contact tussen de jeugdverpleegkundige en de zwangere."]])
* obeys phb-vst-1 and phb-vst-2
* extension contains PhbContactMethod named method 0..*
* class from $v3-encounter (extensible)
* type 1..1
* type from PhbContactFormVS (required)
* subject 1..1
* subject only Reference(Patient)
* period 1..1
