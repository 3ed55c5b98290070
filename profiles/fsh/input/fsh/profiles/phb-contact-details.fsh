Profile: PhbContactDetails
Parent: Patient
Id: phb-contact-details
Title: "Contactgegevens van de zwangere"
Description: "The woman of route 3: only her name, contact, language and safe-contact data are passed on (guideline chapter 6, step 2)."
* insert TitleEn([["Contact details of the pregnant woman"]])
* insert DescriptionNl([["De zwangere van route 3: alleen haar naam, bereikbaarheid, taal en wat veilig is worden doorgegeven (handreiking hoofdstuk 6, stap 2)."]])
* extension contains PhbSafeContact named safeContact 0..1 and PhbMunicipality named municipality 0..1 and $interpreter named interpreterRequired 0..1
* extension ^slicing.rules = #closed
* text 0..0
* contained 0..0
* identifier 0..0
* name 1..*
* address obeys phb-adr-1
* telecom 0..*
* gender 0..0
* birthDate 0..0
* deceased[x] 0..0
* maritalStatus 0..0
* multipleBirth[x] 0..0
* photo 0..0
* contact 0..0
* generalPractitioner 0..0
* managingOrganization 0..0
* link 0..0
