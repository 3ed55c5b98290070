ValueSet: PhbActivityReasonVS
Id: phb-activity-reason
Title: "Reden van een activiteit"
Description: "Why an activity of the plan stands where it stands."
* insert TitleEn([["Reason of an activity"]])
* insert DescriptionNl([["Waarom een activiteit van het plan staat waar zij staat."]])
* include codes from system PhbActivityReasonCS
