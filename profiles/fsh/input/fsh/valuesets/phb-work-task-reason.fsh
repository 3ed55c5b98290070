ValueSet: PhbWorkTaskReasonVS
Id: phb-work-task-reason
Title: "Reden bij de werktaak"
Description: "Why the work came to its state: what she gave as reason, or why it was withdrawn."
* include codes from system PhbRefusalReasonCS
* include codes from system PhbWithdrawalReasonCS
