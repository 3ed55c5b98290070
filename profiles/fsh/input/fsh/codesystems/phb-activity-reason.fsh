CodeSystem: PhbActivityReasonCS
Id: phb-activity-reason
Title: "Reden van een activiteit"
Description: "Why an activity of the plan stands where it stands."
* insert TitleEn([["Reason of an activity"]])
* insert DescriptionNl([["Waarom een activiteit van het plan staat waar zij staat."]])
* ^caseSensitive = true
* ^content = #complete
* #waiting-list "Waiting list, namely"
* #waiting-list ^designation[0].language = #nl
* #waiting-list ^designation[0].value = "wachtlijst, namelijk"
* #not-available "Not available here"
* #not-available ^designation[0].language = #nl
* #not-available ^designation[0].value = "hier niet beschikbaar"
* #her-choice "Her choice"
* #her-choice ^designation[0].language = #nl
* #her-choice ^designation[0].value = "haar keuze"
