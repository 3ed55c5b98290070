ValueSet: PhbContactChannelVS
Id: phb-contact-channel
Title: "Weg waarlangs zij te bereiken is"
Description: "Ways of reaching her that she may have called safe (phb-safe-contact)."
* insert TitleEn([["Channel of contact"]])
* insert DescriptionNl([["Wegen om haar te bereiken die zij veilig kan hebben genoemd (phb-safe-contact)."]])
* include codes from system PhbContactChannelCS
