CodeSystem: PhbDestructionGroundCS
Id: phb-destruction-ground
Title: "Grond van vernietiging"
Description: "Why a file was destroyed: on her request (BW 7:455), or because the time it had to be kept has ended (BW 7:454)."
* insert TitleEn([["Ground of destruction"]])
* insert DescriptionNl([["Waarom een dossier is vernietigd: op haar verzoek (BW 7:455), of omdat de bewaartermijn voorbij is (BW 7:454)."]])
* ^caseSensitive = true
* ^content = #complete
* #her-request "On her request"
* #her-request ^designation[0].language = #nl
* #her-request ^designation[0].value = "op haar verzoek"
* #retention-ended "The time it had to be kept has ended"
* #retention-ended ^designation[0].language = #nl
* #retention-ended ^designation[0].value = "de bewaartermijn is voorbij"
