Profile: IhrpMedicationRequest
Parent: MedicationRequest
Id: ihrp-medication-request
Title: "Medicine in the plan"
Description: "A medicine as one part of the plan: for addiction, withdrawal, overdose or a co-occurring condition, with its phase, the goal it serves and when the next dose is due. What the person thinks of it is an observation of its own; that a dose was given is an administration."
* insert ProfileMetadata
* insert CompliesWith(us-core-medicationrequest)
* insert PersonVoice
* obeys mr-1
* extension contains
    IhrpSubstanceExtension named substance 0..* MS and
    IhrpMoudPhaseExtension named moudPhase 0..1 MS and
    IhrpNextDoseDueExtension named nextDoseDue 0..1 MS and
    IhrpServesFunctionExtension named servesFunction 0..* MS and
    $pertainsToGoal named pertainsToGoal 0..* MS
* extension[substance] ^short = "The substance whose use the medicine is for"
* extension[moudPhase] ^short = "Where treatment with the medicine stands"
* extension[nextDoseDue] ^short = "When the next dose is due"
* extension[servesFunction] ^short = "The need that use served and that the medicine serves instead"
* extension[pertainsToGoal] ^short = "The goal of the person this serves"
* status MS
* statusReason MS
* intent MS
* category MS
* doNotPerform MS
* reported[x] MS
* medication[x] MS
* medication[x] from IhrpMedicationValues (preferred)
* subject MS
* subject only Reference(Patient)
* encounter MS
* authoredOn MS
* requester MS
* reasonCode MS
* reasonReference MS
* basedOn MS
* dosageInstruction MS
* dosageInstruction.text MS
* dosageInstruction.timing MS
* dosageInstruction.route MS
* dosageInstruction.doseAndRate MS
* dosageInstruction.doseAndRate.dose[x] MS
* dispenseRequest MS
* dispenseRequest.numberOfRepeatsAllowed MS
* dispenseRequest.quantity MS
* dispenseRequest.expectedSupplyDuration MS
* note MS
