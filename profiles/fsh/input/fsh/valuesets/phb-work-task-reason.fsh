ValueSet: PhbWorkTaskReasonVS
Id: phb-work-task-reason
Title: "Reden bij de werktaak"
Description: "Why the work came to its state: what she gave as reason, or why it was withdrawn."
* insert TitleEn([["Reason with the work task"]])
* insert DescriptionNl([["Waarom het werk zo staat: wat zij als reden noemde, of waarom het is ingetrokken."]])
* include codes from system PhbRefusalReasonCS
* include codes from system PhbWithdrawalReasonCS
