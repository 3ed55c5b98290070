ValueSet: PhbDataClassVS
Id: phb-data-class
Title: "Gegevensklasse"
Description: "Classes of data that a consent can open or close."
* insert TitleEn([["Class of data"]])
* insert DescriptionNl([["Soorten gegevens die een toestemming kan openen of sluiten."]])
* include codes from system PhbDataClassCS
