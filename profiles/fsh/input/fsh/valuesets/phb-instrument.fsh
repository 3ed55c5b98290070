ValueSet: PhbInstrumentVS
Id: phb-instrument
Title: "Signaleringsinstrument"
Description: "Instruments that help to signal; property used-by says by whom (guideline 5.3.1)."
* insert TitleEn([["Instrument"]])
* insert DescriptionNl([["Instrumenten die helpen bij het signaleren; de eigenschap used-by zegt wie ze gebruikt (handreiking 5.3.1)."]])
* include codes from system PhbInstrumentCS
