CodeSystem: PhbRejectionReasonCS
Id: phb-rejection-reason
Title: "Administratieve reden van afwijzen"
Description: "Why a desk does not take a referral. Only administrative reasons: what became of her is health data, and travels as feedback with her consent."
* insert TitleEn([["Administrative reason of rejection"]])
* insert DescriptionNl([["Waarom een aanmeldpunt een aanmelding niet aanneemt. Alleen administratieve redenen: wat er van haar werd zijn gezondheidsgegevens, en die gaan als terugkoppeling met haar toestemming."]])
* ^caseSensitive = true
* ^content = #complete
* #wrong-desk "The wrong desk"
* #wrong-desk ^designation[0].language = #nl
* #wrong-desk ^designation[0].value = "het verkeerde aanmeldpunt"
* #sent-by-mistake "Sent by mistake, as the sender says"
* #sent-by-mistake ^designation[0].language = #nl
* #sent-by-mistake ^designation[0].value = "per vergissing gestuurd, volgens de afzender"
