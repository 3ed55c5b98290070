Extension: PhbNoBirthCareProvider
Id: phb-no-birth-care-provider
Title: "Geen verloskundig zorgverlener bekend"
Description: "That whoever refers from outside birth care knows of no obstetric provider of hers, so nobody could be told (guideline 6, step 2)."
* insert TitleEn([["No obstetric provider known"]])
* insert DescriptionNl([["Dat wie van buiten de geboortezorg aanmeldt geen verloskundig zorgverlener van haar kent, zodat er niemand is om te informeren (handreiking 6, stap 2)."]])
* ^context[0].type = #element
* ^context[0].expression = "ServiceRequest"
* value[x] only boolean
* value[x] 1..1
