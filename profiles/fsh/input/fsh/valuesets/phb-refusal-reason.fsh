ValueSet: PhbRefusalReasonVS
Id: phb-refusal-reason
Title: "Reden om nu geen huisbezoek te willen"
Description: "What she gives as reason not to want the visit, or not now; she owes none, and regular care goes on (guideline chapter 6, step 1, and 5.4.1)."
* insert TitleEn([["Reason not to want a visit now"]])
* insert DescriptionNl([["Wat zij als reden noemt om het bezoek niet te willen, of nu niet; zij is er geen schuldig, en de gewone zorg gaat door (handreiking hoofdstuk 6, stap 1, en 5.4.1)."]])
* include codes from system PhbRefusalReasonCS
