ValueSet: PhbDossierSectionVS
Id: phb-dossier-section
Title: "Onderdeel van het dossier"
Description: "Main items of the record of a prenatal home visit (guideline 8.3)."
* include codes from system PhbDossierSectionCS
