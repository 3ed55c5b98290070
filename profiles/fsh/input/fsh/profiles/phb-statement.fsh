Profile: PhbStatement
Parent: Communication
Id: phb-statement
Title: "Eigen verklaring"
Description: "What she herself has to say beside a record about her (BW 7:454 lid 2). Only she writes or changes it, with $add-statement; whoever may see the record may see it too."
* insert TitleEn([["Her own statement"]])
* insert DescriptionNl([["Wat zij zelf te zeggen heeft bij een gegeven over haar (BW 7:454 lid 2). Alleen zij schrijft of wijzigt het, met $add-statement; wie het gegeven mag zien, mag ook dit zien."]])
* category 1..1
* category = PhbRightCS#statement
* subject 1..1
* subject only Reference(Patient)
* about 1..1
* sent 1..1
* sender 1..1
* sender only Reference(Patient)
* payload 0..1
* payload.content[x] only string
