Extension: PhbSafeContact
Id: phb-safe-contact
Title: "Veilig contact"
Description: "How she can be reached without risk, as she said when she was asked. What is not said here is not safe, and without this extension nothing is."
* insert TitleEn([["Safe contact"]])
* insert DescriptionNl([["Hoe zij zonder gevaar te bereiken is, zoals zij zei toen het haar werd gevraagd. Wat hier niet staat is niet veilig, en zonder deze extensie is niets dat."]])
* ^context[0].type = #element
* ^context[0].expression = "Patient"
* obeys phb-sfc-1
* extension contains
    asked 1..1 and
    way 0..* and
    write 0..1 and
    voicemail 0..1 and
    name-to-use 0..1 and
    note 0..1
* extension[asked] ^short = "When she was asked"
* extension[asked].value[x] 1..1
* extension[asked].value[x] only date
* extension[way] ^short = "A way that is safe; the first is the one she likes best"
* extension[way].extension contains
    channel 1..1 and
    telecom 0..1 and
    times 0..1
* extension[way].extension[channel] ^short = "By what"
* extension[way].extension[channel].value[x] 1..1
* extension[way].extension[channel].value[x] only code
* extension[way].extension[channel].value[x] from PhbContactChannelVS (required)
* extension[way].extension[telecom] ^short = "The number or address that is safe, where not all of hers are"
* extension[way].extension[telecom].value[x] 1..1
* extension[way].extension[telecom].value[x] only ContactPoint
* extension[way].extension[times] ^short = "When, in her words"
* extension[way].extension[times].value[x] 1..1
* extension[way].extension[times].value[x] only string
* extension[write] ^short = "false: write her nothing, whatever the way"
* extension[write].value[x] 1..1
* extension[write].value[x] only boolean
* extension[voicemail] ^short = "true: a message may be left when she does not answer; otherwise none"
* extension[voicemail].value[x] 1..1
* extension[voicemail].value[x] only boolean
* extension[name-to-use] ^short = "By which name to ask for her, and who to say you are"
* extension[name-to-use].value[x] 1..1
* extension[name-to-use].value[x] only string
* extension[note] ^short = "What else she said of it, in her own words"
* extension[note].value[x] 1..1
* extension[note].value[x] only string
