Extension: PhbExplainedAt
Id: phb-explained-at
Title: "Waar dit staat uitgelegd"
Description: "The page and paragraph on the site of the contract that explain what an issue is about."
* ^context[0].type = #element
* ^context[0].expression = "OperationOutcome.issue"
* value[x] only url
* value[x] 1..1
