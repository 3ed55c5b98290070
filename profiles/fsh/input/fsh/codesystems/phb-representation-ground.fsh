CodeSystem: PhbRepresentationGroundCS
Id: phb-representation-ground
Title: "Grond van vertegenwoordiging"
Description: "On what somebody represents another; being a partner is no ground."
* insert TitleEn([["Ground of representation"]])
* insert DescriptionNl([["Op grond waarvan iemand een ander vertegenwoordigt; partner zijn is geen grond."]])
* ^caseSensitive = true
* ^content = #complete
* #parental-authority "Parental authority"
* #parental-authority ^designation[0].language = #nl
* #parental-authority ^designation[0].value = "ouderlijk gezag"
* #guardianship "Guardianship of a minor"
* #guardianship ^designation[0].language = #nl
* #guardianship ^designation[0].value = "voogdij"
* #curatorship "Curatorship"
* #curatorship ^designation[0].language = #nl
* #curatorship ^designation[0].value = "curatele"
* #mentorship "Mentorship"
* #mentorship ^designation[0].language = #nl
* #mentorship ^designation[0].value = "mentorschap"
* #written-authorisation "Written authorisation"
* #written-authorisation ^designation[0].language = #nl
* #written-authorisation ^designation[0].value = "schriftelijke machtiging"
