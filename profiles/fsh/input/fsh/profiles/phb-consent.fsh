Profile: PhbConsent
Parent: Consent
Id: phb-consent
Title: "Toestemming"
Description: "What the woman agrees or objects to: purpose, recipient, class of data and period (guideline 8.2)."
* insert TitleEn([["Consent"]])
* insert DescriptionNl([["Waarmee de zwangere instemt of waartegen zij bezwaar maakt: doel, ontvanger, soort gegevens en periode (handreiking 8.2)."]])
* obeys phb-con-1
* obeys phb-con-3
* extension contains PhbConsentObtained named obtained 1..1 and PhbIncapacity named incapacity 0..1
* scope = $consentscope#patient-privacy
* category = $loinc#59284-0
* patient 1..1
* patient only Reference(Patient)
* dateTime 1..1
* performer 1..1
* performer only Reference(Patient or RelatedPerson)
* policyRule 1..1
* policyRule = $v3-act#OPTIN
* provision 1..1
* provision.type 1..1
* provision.purpose 1..1
* provision.purpose from PhbPurposeVS (required)
* provision.class from PhbDataClassVS (required)
* provision.actor ^slicing.discriminator.type = #pattern
* provision.actor ^slicing.discriminator.path = "role"
* provision.actor ^slicing.rules = #open
* provision.actor contains recipient 1..* and source 0..1
* provision.actor[recipient].role = $v3-part#IRCP
* provision.actor[recipient].reference obeys phb-rcp-1
* provision.actor[source].role = $v3-part#CST
* provision.actor[source].reference obeys phb-svc-2
* provision.data obeys phb-con-2
* provision.provision 0..0
