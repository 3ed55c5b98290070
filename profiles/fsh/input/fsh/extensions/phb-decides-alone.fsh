Extension: PhbDecidesAlone
Id: phb-decides-alone
Title: "Beslist alleen"
Description: "When, in the judgement of a professional, a girl from twelve to fifteen decides without her parents: they are outsiders then."
* insert TitleEn([["Decides alone"]])
* insert DescriptionNl([["Wanneer een meisje van twaalf tot en met vijftien naar het oordeel van een professional zonder haar ouders beslist: zij zijn dan buitenstaanders."]])
* ^context[0].type = #element
* ^context[0].expression = "Patient"
* value[x] only Period
* value[x] 1..1
* valuePeriod.start 1..1
