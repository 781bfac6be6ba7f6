Profile: IhrpMedicationDispense
Parent: MedicationDispense
Id: ihrp-medication-dispense
Title: "Medicine handed over"
Description: "A medicine or a naloxone kit handed over: when, how much, for how many days, how many doses to take home. The end of the supply is reckoned from it."
* insert ProfileMetadata
* insert CompliesWith(us-core-medicationdispense)
* insert PersonVoice
* obeys mdp-1
* extension contains IhrpTakeHomeExtension named takeHome 0..1 MS
* extension[takeHome] ^short = "Doses handed over to be taken at home"
* status MS
* statusReason[x] MS
* medication[x] MS
* medication[x] from IhrpMedicationValues (preferred)
* subject 1..1 MS
* subject only Reference(Patient)
* context MS
* performer MS
* authorizingPrescription MS
* type MS
* quantity MS
* daysSupply MS
* whenHandedOver MS
* receiver MS
* dosageInstruction MS
* note MS
