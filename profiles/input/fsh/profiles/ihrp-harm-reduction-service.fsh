Profile: IhrpHarmReductionService
Parent: Procedure
Id: ihrp-harm-reduction-service
Title: "Harm-reduction service given"
Description: "A naloxone kit with training, new equipment, drug checking, wound care, testing: given without conditions, also at a first visit."
* insert ProfileMetadata
* insert CompliesWith(us-core-procedure)
* insert PersonVoice
* obeys pr-1
* extension contains
    IhrpSubstanceExtension named substance 0..* MS and
    $pertainsToGoal named pertainsToGoal 0..* MS
* extension[substance] ^short = "The substance it is about"
* extension[pertainsToGoal] ^short = "The goal of the person this serves"
* basedOn MS
* status MS
* statusReason MS
* category MS
* code 1..1 MS
* code from IhrpHarmReductionProcedureValues (extensible)
* subject MS
* subject only Reference(Patient or Group)
* encounter MS
* performed[x] MS
* performer MS
* location MS
* reasonCode MS
* reasonReference MS
* outcome MS
* usedReference MS
* usedCode MS
* note MS
