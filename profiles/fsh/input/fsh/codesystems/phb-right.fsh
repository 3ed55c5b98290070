CodeSystem: PhbRightCS
Id: phb-right
Title: "Rechten van de zwangere"
Description: "What a message records about a right that she used."
* insert TitleEn([["Rights of the woman"]])
* insert DescriptionNl([["Wat een bericht vastlegt over een recht waarvan zij gebruikmaakte."]])
* ^caseSensitive = true
* ^content = #complete
* #statement "Her own statement beside a record"
* #statement ^designation[0].language = #nl
* #statement ^designation[0].value = "haar eigen verklaring bij een gegeven"
* #destruction-refused "Her request for destruction was refused, with the reason"
* #destruction-refused ^designation[0].language = #nl
* #destruction-refused ^designation[0].value = "haar verzoek om vernietiging is geweigerd, met de reden"
