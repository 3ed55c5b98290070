CodeSystem: PhbSignallerCS
Id: phb-signaller
Title: "Signaleerder"
Description: "Who can signal; property phase says in which phases the guideline names them (guideline 4.1, 4.2 and annex 2)."
* insert TitleEn([["Who signalled"]])
* insert DescriptionNl([["Wie kan signaleren; de eigenschap phase zegt in welke fasen de handreiking hen noemt (4.1, 4.2 en bijlage 2)."]])
* ^caseSensitive = true
* ^content = #complete
* ^property[0].code = #phase
* ^property[0].description = "Phase in which the guideline names this signaller, a code of phb-phase"
* ^property[0].type = #Coding
* #woman "The woman herself"
* #woman ^designation[0].language = #nl
* #woman ^designation[0].value = "de zwangere zelf"
* #woman ^property[0].code = #phase
* #woman ^property[0].valueCoding = PhbPhaseCS#preconception
* #woman ^property[1].code = #phase
* #woman ^property[1].valueCoding = PhbPhaseCS#early-pregnancy
* #woman ^property[2].code = #phase
* #woman ^property[2].valueCoding = PhbPhaseCS#pregnancy
* #woman ^property[3].code = #phase
* #woman ^property[3].valueCoding = PhbPhaseCS#around-birth
* #woman ^property[4].code = #phase
* #woman ^property[4].valueCoding = PhbPhaseCS#after-birth
* #environment "Somebody around her"
* #environment ^designation[0].language = #nl
* #environment ^designation[0].value = "haar omgeving"
* #environment ^property[0].code = #phase
* #environment ^property[0].valueCoding = PhbPhaseCS#preconception
* #environment ^property[1].code = #phase
* #environment ^property[1].valueCoding = PhbPhaseCS#early-pregnancy
* #environment ^property[2].code = #phase
* #environment ^property[2].valueCoding = PhbPhaseCS#pregnancy
* #environment ^property[3].code = #phase
* #environment ^property[3].valueCoding = PhbPhaseCS#around-birth
* #environment ^property[4].code = #phase
* #environment ^property[4].valueCoding = PhbPhaseCS#after-birth
* #gp "General practitioner"
* #gp ^designation[0].language = #nl
* #gp ^designation[0].value = "huisarts"
* #gp ^property[0].code = #phase
* #gp ^property[0].valueCoding = PhbPhaseCS#preconception
* #gp ^property[1].code = #phase
* #gp ^property[1].valueCoding = PhbPhaseCS#early-pregnancy
* #gp ^property[2].code = #phase
* #gp ^property[2].valueCoding = PhbPhaseCS#after-birth
* #midwife "Midwife, first line"
* #midwife ^designation[0].language = #nl
* #midwife ^designation[0].value = "verloskundige, eerste lijn"
* #midwife ^property[0].code = #phase
* #midwife ^property[0].valueCoding = PhbPhaseCS#preconception
* #midwife ^property[1].code = #phase
* #midwife ^property[1].valueCoding = PhbPhaseCS#early-pregnancy
* #midwife ^property[2].code = #phase
* #midwife ^property[2].valueCoding = PhbPhaseCS#pregnancy
* #midwife ^property[3].code = #phase
* #midwife ^property[3].valueCoding = PhbPhaseCS#around-birth
* #midwife ^property[4].code = #phase
* #midwife ^property[4].valueCoding = PhbPhaseCS#after-birth
* #hospital-midwife "Hospital midwife, second line"
* #hospital-midwife ^designation[0].language = #nl
* #hospital-midwife ^designation[0].value = "klinisch verloskundige, tweede lijn"
* #hospital-midwife ^property[0].code = #phase
* #hospital-midwife ^property[0].valueCoding = PhbPhaseCS#preconception
* #hospital-midwife ^property[1].code = #phase
* #hospital-midwife ^property[1].valueCoding = PhbPhaseCS#early-pregnancy
* #hospital-midwife ^property[2].code = #phase
* #hospital-midwife ^property[2].valueCoding = PhbPhaseCS#pregnancy
* #hospital-midwife ^property[3].code = #phase
* #hospital-midwife ^property[3].valueCoding = PhbPhaseCS#around-birth
* #hospital-midwife ^property[4].code = #phase
* #hospital-midwife ^property[4].valueCoding = PhbPhaseCS#after-birth
* #gynaecologist "Gynaecologist, second line"
* #gynaecologist ^designation[0].language = #nl
* #gynaecologist ^designation[0].value = "gynaecoloog, tweede lijn"
* #gynaecologist ^property[0].code = #phase
* #gynaecologist ^property[0].valueCoding = PhbPhaseCS#preconception
* #gynaecologist ^property[1].code = #phase
* #gynaecologist ^property[1].valueCoding = PhbPhaseCS#early-pregnancy
* #gynaecologist ^property[2].code = #phase
* #gynaecologist ^property[2].valueCoding = PhbPhaseCS#pregnancy
* #gynaecologist ^property[3].code = #phase
* #gynaecologist ^property[3].valueCoding = PhbPhaseCS#around-birth
* #gynaecologist ^property[4].code = #phase
* #gynaecologist ^property[4].valueCoding = PhbPhaseCS#after-birth
* #medical-social-worker "Medical social worker"
* #medical-social-worker ^designation[0].language = #nl
* #medical-social-worker ^designation[0].value = "medisch maatschappelijk werkende"
* #medical-social-worker ^property[0].code = #phase
* #medical-social-worker ^property[0].valueCoding = PhbPhaseCS#pregnancy
* #medical-social-worker ^property[1].code = #phase
* #medical-social-worker ^property[1].valueCoding = PhbPhaseCS#around-birth
* #hospital-nurse "Hospital nurse"
* #hospital-nurse ^designation[0].language = #nl
* #hospital-nurse ^designation[0].value = "verpleegkundige in het ziekenhuis"
* #hospital-nurse ^property[0].code = #phase
* #hospital-nurse ^property[0].valueCoding = PhbPhaseCS#around-birth
* #maternity-care-intake "Maternity care, at the intake"
* #maternity-care-intake ^designation[0].language = #nl
* #maternity-care-intake ^designation[0].value = "intaker van de kraamzorg"
* #maternity-care-intake ^property[0].code = #phase
* #maternity-care-intake ^property[0].valueCoding = PhbPhaseCS#pregnancy
* #maternity-care-assistant "Maternity care assistant"
* #maternity-care-assistant ^designation[0].language = #nl
* #maternity-care-assistant ^designation[0].value = "kraamverzorgende"
* #maternity-care-assistant ^property[0].code = #phase
* #maternity-care-assistant ^property[0].valueCoding = PhbPhaseCS#pregnancy
* #maternity-care-assistant ^property[1].code = #phase
* #maternity-care-assistant ^property[1].valueCoding = PhbPhaseCS#around-birth
* #maternity-care-assistant ^property[2].code = #phase
* #maternity-care-assistant ^property[2].valueCoding = PhbPhaseCS#after-birth
* #youth-nurse "Youth nurse"
* #youth-nurse ^designation[0].language = #nl
* #youth-nurse ^designation[0].value = "jeugdverpleegkundige"
* #youth-nurse ^property[0].code = #phase
* #youth-nurse ^property[0].valueCoding = PhbPhaseCS#preconception
* #youth-nurse ^property[1].code = #phase
* #youth-nurse ^property[1].valueCoding = PhbPhaseCS#early-pregnancy
* #youth-nurse ^property[2].code = #phase
* #youth-nurse ^property[2].valueCoding = PhbPhaseCS#pregnancy
* #youth-nurse ^property[3].code = #phase
* #youth-nurse ^property[3].valueCoding = PhbPhaseCS#around-birth
* #youth-nurse ^property[4].code = #phase
* #youth-nurse ^property[4].valueCoding = PhbPhaseCS#after-birth
* #youth-doctor "Youth doctor"
* #youth-doctor ^designation[0].language = #nl
* #youth-doctor ^designation[0].value = "jeugdarts"
* #youth-doctor ^property[0].code = #phase
* #youth-doctor ^property[0].valueCoding = PhbPhaseCS#after-birth
* #newborn-screener "Screener of the JGZ (heel prick, hearing)"
* #newborn-screener ^designation[0].language = #nl
* #newborn-screener ^designation[0].value = "JGZ-screener voor hielprik en gehoor"
* #newborn-screener ^property[0].code = #phase
* #newborn-screener ^property[0].valueCoding = PhbPhaseCS#around-birth
* #district-team "District team"
* #district-team ^designation[0].language = #nl
* #district-team ^designation[0].value = "wijkteammedewerker"
* #district-team ^property[0].code = #phase
* #district-team ^property[0].valueCoding = PhbPhaseCS#preconception
* #local-coalition "Professional of a local coalition Kansrijke Start or Nu Niet Zwanger"
* #local-coalition ^designation[0].language = #nl
* #local-coalition ^designation[0].value = "professional in een lokale coalitie Kansrijke Start of Nu Niet Zwanger"
* #local-coalition ^property[0].code = #phase
* #local-coalition ^property[0].valueCoding = PhbPhaseCS#preconception
* #other-professional "Another professional around the family"
* #other-professional ^designation[0].language = #nl
* #other-professional ^designation[0].value = "andere hulpverlener betrokken bij het gezin"
* #other-professional ^property[0].code = #phase
* #other-professional ^property[0].valueCoding = PhbPhaseCS#preconception
* #other-professional ^property[1].code = #phase
* #other-professional ^property[1].valueCoding = PhbPhaseCS#early-pregnancy
* #other-professional ^property[2].code = #phase
* #other-professional ^property[2].valueCoding = PhbPhaseCS#after-birth
* #other "Other, namely"
* #other ^designation[0].language = #nl
* #other ^designation[0].value = "anders, namelijk"
