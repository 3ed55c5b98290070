CodeSystem: PhbInstrumentCS
Id: phb-instrument
Title: "Signaleringsinstrument"
Description: "Instruments that help to signal; property used-by says by whom (guideline 5.3.1)."
* insert TitleEn([["Instrument"]])
* insert DescriptionNl([["Instrumenten die helpen bij het signaleren; de eigenschap used-by zegt wie ze gebruikt (handreiking 5.3.1)."]])
* ^caseSensitive = true
* ^content = #complete
* ^property[0].code = #used-by
* ^property[0].description = "Who uses it, a code of phb-signaller"
* ^property[0].type = #Coding
* #zwangerwijzer "ZwangerWijzer"
* #zwangerwijzer ^designation[0].language = #nl
* #zwangerwijzer ^designation[0].value = "ZwangerWijzer"
* #zwangerwijzer ^property[0].code = #used-by
* #zwangerwijzer ^property[0].valueCoding = PhbSignallerCS#woman
* #lkpz-self-test "Self test of the LKPZ"
* #lkpz-self-test ^designation[0].language = #nl
* #lkpz-self-test ^designation[0].value = "zelftest van het LKPZ"
* #lkpz-self-test ^property[0].code = #used-by
* #lkpz-self-test ^property[0].valueCoding = PhbSignallerCS#woman
* #r4u "R4U"
* #r4u ^designation[0].language = #nl
* #r4u ^designation[0].value = "R4U"
* #r4u ^property[0].code = #used-by
* #r4u ^property[0].valueCoding = PhbSignallerCS#midwife
* #r4u ^property[1].code = #used-by
* #r4u ^property[1].valueCoding = PhbSignallerCS#hospital-midwife
* #r4u ^property[2].code = #used-by
* #r4u ^property[2].valueCoding = PhbSignallerCS#gynaecologist
* #mind2care "Mind2Care"
* #mind2care ^designation[0].language = #nl
* #mind2care ^designation[0].value = "Mind2Care"
* #mind2care ^property[0].code = #used-by
* #mind2care ^property[0].valueCoding = PhbSignallerCS#midwife
* #mind2care ^property[1].code = #used-by
* #mind2care ^property[1].valueCoding = PhbSignallerCS#hospital-midwife
* #mind2care ^property[2].code = #used-by
* #mind2care ^property[2].valueCoding = PhbSignallerCS#gynaecologist
* #alpha-nl "ALPHA-NL"
* #alpha-nl ^designation[0].language = #nl
* #alpha-nl ^designation[0].value = "ALPHA-NL"
* #alpha-nl ^property[0].code = #used-by
* #alpha-nl ^property[0].valueCoding = PhbSignallerCS#midwife
* #alpha-nl ^property[1].code = #used-by
* #alpha-nl ^property[1].valueCoding = PhbSignallerCS#hospital-midwife
* #alpha-nl ^property[2].code = #used-by
* #alpha-nl ^property[2].valueCoding = PhbSignallerCS#gynaecologist
* #positieve-gezondheid "Positieve Gezondheid, conversation tool"
* #positieve-gezondheid ^designation[0].language = #nl
* #positieve-gezondheid ^designation[0].value = "gesprekstool Positieve Gezondheid"
* #positieve-gezondheid ^property[0].code = #used-by
* #positieve-gezondheid ^property[0].valueCoding = PhbSignallerCS#midwife
* #positieve-gezondheid ^property[1].code = #used-by
* #positieve-gezondheid ^property[1].valueCoding = PhbSignallerCS#hospital-midwife
* #positieve-gezondheid ^property[2].code = #used-by
* #positieve-gezondheid ^property[2].valueCoding = PhbSignallerCS#gynaecologist
* #positieve-gezondheid ^property[3].code = #used-by
* #positieve-gezondheid ^property[3].valueCoding = PhbSignallerCS#gp
* #checklist-vroegsignalering "Checklist Vroegsignalering in de kraamtijd"
* #checklist-vroegsignalering ^designation[0].language = #nl
* #checklist-vroegsignalering ^designation[0].value = "Checklist Vroegsignalering in de kraamtijd"
* #checklist-vroegsignalering ^property[0].code = #used-by
* #checklist-vroegsignalering ^property[0].valueCoding = PhbSignallerCS#maternity-care-assistant
* #lip "Landelijk Indicatie Protocol Kraamzorg"
* #lip ^designation[0].language = #nl
* #lip ^designation[0].value = "Landelijk Indicatie Protocol Kraamzorg"
* #lip ^property[0].code = #used-by
* #lip ^property[0].valueCoding = PhbSignallerCS#maternity-care-assistant
* #lip ^property[1].code = #used-by
* #lip ^property[1].valueCoding = PhbSignallerCS#maternity-care-intake
* #giz-kraamzorg "GIZ Kraamzorg"
* #giz-kraamzorg ^designation[0].language = #nl
* #giz-kraamzorg ^designation[0].value = "GIZ Kraamzorg"
* #giz-kraamzorg ^property[0].code = #used-by
* #giz-kraamzorg ^property[0].valueCoding = PhbSignallerCS#maternity-care-assistant
* #samenstarten-prenataal "SamenStarten Prenataal"
* #samenstarten-prenataal ^designation[0].language = #nl
* #samenstarten-prenataal ^designation[0].value = "SamenStarten Prenataal"
* #samenstarten-prenataal ^property[0].code = #used-by
* #samenstarten-prenataal ^property[0].valueCoding = PhbSignallerCS#maternity-care-assistant
* #prespark "PreSPARK"
* #prespark ^designation[0].language = #nl
* #prespark ^designation[0].value = "PreSPARK"
* #prespark ^property[0].code = #used-by
* #prespark ^property[0].valueCoding = PhbSignallerCS#youth-nurse
* #samenstarten "SamenStarten"
* #samenstarten ^designation[0].language = #nl
* #samenstarten ^designation[0].value = "SamenStarten"
* #samenstarten ^property[0].code = #used-by
* #samenstarten ^property[0].valueCoding = PhbSignallerCS#youth-nurse
* #giz "GIZ"
* #giz ^designation[0].language = #nl
* #giz ^designation[0].value = "Gezamenlijk Inschatten Zorgbehoeften"
* #giz ^property[0].code = #used-by
* #giz ^property[0].valueCoding = PhbSignallerCS#youth-nurse
* #giz-prenataal "GIZ prenataal"
* #giz-prenataal ^designation[0].language = #nl
* #giz-prenataal ^designation[0].value = "GIZ prenataal"
* #giz-prenataal ^property[0].code = #used-by
* #giz-prenataal ^property[0].valueCoding = PhbSignallerCS#district-team
* #lirik "LIRIK"
* #lirik ^designation[0].language = #nl
* #lirik ^designation[0].value = "LIRIK"
* #lirik ^property[0].code = #used-by
* #lirik ^property[0].valueCoding = PhbSignallerCS#other-professional
* #arij "ARIJ"
* #arij ^designation[0].language = #nl
* #arij ^designation[0].value = "ARIJ"
* #arij ^property[0].code = #used-by
* #arij ^property[0].valueCoding = PhbSignallerCS#other-professional
* #other "Other, namely"
* #other ^designation[0].language = #nl
* #other ^designation[0].value = "anders, namelijk"
