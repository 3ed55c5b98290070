ValueSet: PhbRouteVS
Id: phb-route
Title: "Route van de aanmelding"
Description: "The four routes to a prenatal home visit (guideline chapter 6, step 2)."
* include codes from system PhbRouteCS
