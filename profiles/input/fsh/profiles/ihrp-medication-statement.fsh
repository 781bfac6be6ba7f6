Profile: IhrpMedicationStatement
Parent: MedicationStatement
Id: ihrp-medication-statement
Title: "Medicine as the person takes it"
Description: "What the person tells about a medicine they take: how, how often missed, for how long. It is told without fear of punishment."
* insert ProfileMetadata
* insert PersonVoice
* extension contains
    IhrpSubstanceExtension named substance 0..* MS and
    IhrpAdherenceExtension named adherence 0..1 MS
* extension[substance] ^short = "The substance whose use the medicine is for"
* extension[adherence] ^short = "How it is taken and how many doses were missed"
* status MS
* statusReason MS
* medication[x] MS
* medication[x] from IhrpMedicationValues (preferred)
* subject MS
* subject only Reference(Patient)
* effective[x] MS
* dateAsserted MS
* informationSource MS
* basedOn MS
* reasonCode MS
* reasonReference MS
* dosage MS
* note MS
