ValueSet: PhbRouteVS
Id: phb-route
Title: "Route van de aanmelding"
Description: "The four routes to a prenatal home visit (guideline chapter 6, step 2)."
* insert TitleEn([["Route of the referral"]])
* insert DescriptionNl([["De vier routes naar een prenataal huisbezoek (handreiking hoofdstuk 6, stap 2)."]])
* include codes from system PhbRouteCS
