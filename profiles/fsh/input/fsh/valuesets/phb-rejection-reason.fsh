ValueSet: PhbRejectionReasonVS
Id: phb-rejection-reason
Title: "Administratieve reden van afwijzen"
Description: "The administrative reasons for which a desk does not take a referral."
* insert TitleEn([["Administrative reason of rejection"]])
* insert DescriptionNl([["De administratieve redenen waarom een aanmeldpunt een aanmelding niet aanneemt."]])
* include codes from system PhbRejectionReasonCS
