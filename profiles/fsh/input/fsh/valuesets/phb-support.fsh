ValueSet: PhbSupportVS
Id: phb-support
Title: "Advies en ondersteuning"
Description: "Kinds of advice and support (guideline chapter 6, step 3)."
* insert TitleEn([["Advice and support"]])
* insert DescriptionNl([["Soorten advies en ondersteuning (handreiking hoofdstuk 6, stap 3)."]])
* include codes from system PhbSupportCS
