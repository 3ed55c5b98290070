ValueSet: PhbAdviceVS
Id: phb-advice
Title: "Advies"
Description: "Advice that can follow from a prenatal home visit (guideline chapter 6, step 3)."
* insert TitleEn([["Advice"]])
* insert DescriptionNl([["Advies dat uit een prenataal huisbezoek kan volgen (handreiking hoofdstuk 6, stap 3)."]])
* PhbSupportCS#advice-or-information
* PhbSupportCS#short-jgz-support
* PhbSupportCS#informal-support
* PhbSupportCS#social-contacts
* PhbSupportCS#long-term-prevention
* PhbSupportCS#municipal-services
* PhbSupportCS#volunteers
* PhbSupportCS#group-meetings
* PhbSupportCS#appropriate-help
* PhbSupportCS#handover
* PhbSupportCS#other
