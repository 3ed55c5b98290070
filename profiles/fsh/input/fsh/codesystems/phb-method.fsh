CodeSystem: PhbMethodCS
Id: phb-method
Title: "Methodiek"
Description: "Validated methods of exploring the situation (guideline chapter 6, step 3)."
* insert TitleEn([["Method"]])
* insert DescriptionNl([["Gevalideerde methodieken om de situatie te verkennen (handreiking hoofdstuk 6, stap 3)."]])
* ^caseSensitive = true
* ^content = #complete
* #prespark "PreSPARK"
* #prespark ^designation[0].language = #nl
* #prespark ^designation[0].value = "PreSPARK"
* #giz "GIZ"
* #giz ^designation[0].language = #nl
* #giz ^designation[0].value = "Gezamenlijk Inschatten Zorgbehoeften"
* #samenstarten "SamenStarten"
* #samenstarten ^designation[0].language = #nl
* #samenstarten ^designation[0].value = "SamenStarten"
* #other "Other, namely"
* #other ^designation[0].language = #nl
* #other ^designation[0].value = "anders, namelijk"
