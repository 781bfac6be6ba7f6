Profile: IhrpMedicationAdministration
Parent: MedicationAdministration
Id: ihrp-medication-administration
Title: "Dose given"
Description: "A dose that was given, with its amount and its time to the minute. The last dose given is this; an order proves none."
* insert ProfileMetadata
* insert PersonVoice
* obeys ma-1 and ma-2
* extension contains IhrpWitnessedExtension named witnessed 0..1 MS
* extension[witnessed] ^short = "Whether somebody saw the dose being taken"
* status MS
* statusReason MS
* medication[x] MS
* medication[x] from IhrpMedicationValues (preferred)
* subject MS
* subject only Reference(Patient)
* context MS
* effective[x] MS
* performer MS
* request MS
* dosage MS
* dosage.text MS
* dosage.route MS
* dosage.dose MS
* note MS
