ValueSet: PhbMethodVS
Id: phb-method
Title: "Methodiek"
Description: "Validated methods of exploring the situation (guideline chapter 6, step 3)."
* insert TitleEn([["Method"]])
* insert DescriptionNl([["Gevalideerde methodieken om de situatie te verkennen (handreiking hoofdstuk 6, stap 3)."]])
* include codes from system PhbMethodCS
