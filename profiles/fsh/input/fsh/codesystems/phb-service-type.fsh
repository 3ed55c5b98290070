CodeSystem: PhbServiceTypeCS
Id: phb-service-type
Title: "Soort dienst"
Description: "Services in the directory that the rules treat apart (HealthcareService.type); a service without one of these is an ordinary one."
* insert TitleEn([["Kind of service"]])
* insert DescriptionNl([["Diensten in het adresboek die de regels apart behandelen (HealthcareService.type); een dienst zonder een van deze is een gewone."]])
* ^caseSensitive = true
* ^content = #complete
* #privacy-officer "Privacy officer of the organisation: is told of emergency access"
* #privacy-officer ^designation[0].language = #nl
* #privacy-officer ^designation[0].value = "functionaris gegevensbescherming van de organisatie: krijgt bericht van noodtoegang"
* #veilig-thuis "Veilig Thuis: no emergency access reaches its records"
* #veilig-thuis ^designation[0].language = #nl
* #veilig-thuis ^designation[0].value = "Veilig Thuis: noodtoegang reikt niet tot haar gegevens"
