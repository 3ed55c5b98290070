Profile: PhbTrajectory
Parent: EpisodeOfCare
Id: phb-trajectory
Title: "Traject van het prenataal huisbezoek"
Description: "The trajectory of one JGZ organisation with one woman, from referral to evaluation; the pregnancy stands beside it."
* insert TitleEn([["Trajectory of the prenatal home visit"]])
* insert DescriptionNl([["Het traject van één JGZ-organisatie met één vrouw, van aanmelding tot evaluatie; de zwangerschap staat ernaast."]])
* type 1..1
* type = PhbActivityCS#prenataal-huisbezoek-jgz
* patient only Reference(Patient)
* managingOrganization 1..1
* referralRequest only Reference(ServiceRequest)
* period 1..1
* period.start 1..1
* team only Reference(CareTeam)
