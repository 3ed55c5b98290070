Profile: PhbAppointment
Parent: Appointment
Id: phb-appointment
Title: "Afspraak voor het prenataal huisbezoek"
Description: "The planned visit; a visit that she cancels or where nobody is found keeps its appointment, with that status."
* insert TitleEn([["Appointment for the prenatal home visit"]])
* insert DescriptionNl([["Het geplande bezoek; een bezoek dat zij afzegt of waar niemand is, houdt zijn afspraak, met die status."]])
* obeys phb-app-1 and phb-app-2
* basedOn only Reference(ServiceRequest)
* appointmentType from PhbContactFormVS (required)
* appointmentType.coding 1..*
