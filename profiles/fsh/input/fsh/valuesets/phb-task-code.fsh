ValueSet: PhbTaskCodeVS
Id: phb-task-code
Title: "Soort taak"
Description: "The two tasks of the loop: the referral as seen by the requester and the work inside the JGZ."
* include codes from system PhbTaskCodeCS
