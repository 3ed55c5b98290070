ValueSet: PhbPurposeVS
Id: phb-purpose
Title: "Doel van toestemming"
Description: "Purposes for which a woman can give or refuse consent (guideline 8.2 and steps 2 and 5)."
* insert TitleEn([["Purpose of consent"]])
* insert DescriptionNl([["Doelen waarvoor een zwangere toestemming kan geven of weigeren (handreiking 8.2 en stap 2 en 5)."]])
* include codes from system PhbPurposeCS
