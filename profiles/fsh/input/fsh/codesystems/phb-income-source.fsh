CodeSystem: PhbIncomeSourceCS
Id: phb-income-source
Title: "Bron van inkomen"
Description: "What the household lives on."
* insert TitleEn([["Source of income"]])
* insert DescriptionNl([["Waar het huishouden van leeft."]])
* ^caseSensitive = true
* ^content = #complete
* #work "Work"
* #work ^designation[0].language = #nl
* #work ^designation[0].value = "werk"
* #benefit "A benefit"
* #benefit ^designation[0].language = #nl
* #benefit ^designation[0].value = "een uitkering"
* #study-grant "A study grant"
* #study-grant ^designation[0].language = #nl
* #study-grant ^designation[0].value = "studiefinanciering"
* #partner "Income of the partner"
* #partner ^designation[0].language = #nl
* #partner ^designation[0].value = "inkomen van de partner"
* #parents "Support by parents or others"
* #parents ^designation[0].language = #nl
* #parents ^designation[0].value = "steun van ouders of anderen"
* #none "No income"
* #none ^designation[0].language = #nl
* #none ^designation[0].value = "geen inkomen"
* #other "Other, namely"
* #other ^designation[0].language = #nl
* #other ^designation[0].value = "anders, namelijk"
