ValueSet: PhbPartnerSituationVS
Id: phb-partner-situation
Title: "Partner"
Description: "Whether there is a partner, as she tells it."
* insert TitleEn([["Partner"]])
* insert DescriptionNl([["Of er een partner is, zoals zij het vertelt."]])
* include codes from system PhbPartnerSituationCS
