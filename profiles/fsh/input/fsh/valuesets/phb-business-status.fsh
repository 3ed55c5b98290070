ValueSet: PhbBusinessStatusVS
Id: phb-business-status
Title: "Voortgang van het werk"
Description: "Progress of the work task inside the JGZ."
* include codes from system PhbBusinessStatusCS
