Profile: PhbCarePlan
Parent: CarePlan
Id: phb-care-plan
Title: "Plan van aanpak"
Description: "The plan made with the woman (guideline chapter 6, step 3)."
* insert TitleEn([["Plan"]])
* insert DescriptionNl([["Het plan dat met de zwangere is gemaakt (handreiking hoofdstuk 6, stap 3)."]])
* intent = #plan
* subject only Reference(Patient)
* activity.detail.code from PhbSupportVS (required)
* activity.detail.statusReason from PhbActivityReasonVS (extensible)
* activity.detail.statusReason obeys phb-pln-1
