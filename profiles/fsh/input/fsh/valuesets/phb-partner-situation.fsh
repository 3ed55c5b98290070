ValueSet: PhbPartnerSituationVS
Id: phb-partner-situation
Title: "Partner"
Description: "Whether there is a partner, as she tells it."
* include codes from system PhbPartnerSituationCS
