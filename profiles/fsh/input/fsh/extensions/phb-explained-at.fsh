Extension: PhbExplainedAt
Id: phb-explained-at
Title: "Waar dit staat uitgelegd"
Description: "The page and paragraph on the site of the contract that explain what an issue is about."
* insert TitleEn([["Where this is explained"]])
* insert DescriptionNl([["De bladzijde en alinea op de site van de afspraken die uitleggen waar een melding over gaat."]])
* ^context[0].type = #element
* ^context[0].expression = "OperationOutcome.issue"
* value[x] only url
* value[x] 1..1
