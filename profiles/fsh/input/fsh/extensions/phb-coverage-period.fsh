Extension: PhbCoveragePeriod
Id: phb-coverage-period
Title: "Periode van het werkgebied"
Description: "From which day to which day, both included, a desk serves a municipality; without it, always."
* insert TitleEn([["Period of coverage"]])
* insert DescriptionNl([["Van welke tot en met welke dag een aanmeldpunt een gemeente bedient; zonder deze periode altijd."]])
* ^context[0].type = #element
* ^context[0].expression = "HealthcareService.coverageArea"
* value[x] only Period
* value[x] 1..1
