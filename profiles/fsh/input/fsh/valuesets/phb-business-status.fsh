ValueSet: PhbBusinessStatusVS
Id: phb-business-status
Title: "Voortgang van het werk"
Description: "Progress of the work task inside the JGZ."
* insert TitleEn([["Progress of the work"]])
* insert DescriptionNl([["Voortgang van de werktaak binnen de JGZ."]])
* include codes from system PhbBusinessStatusCS
