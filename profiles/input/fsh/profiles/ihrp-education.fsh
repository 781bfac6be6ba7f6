Profile: IhrpEducation
Parent: Procedure
Id: ihrp-education
Title: "Education"
Description: "What was taught, to whom and how well it came across. Close people are recipients themselves; general education discloses nobody."
* insert ProfileMetadata
* insert CompliesWith(us-core-procedure)
* insert PersonVoice
* obeys pr-1 and ed-1
* extension contains
    IhrpEducationRecipientExtension named recipient 0..* MS and
    IhrpTeachBackExtension named teachBack 0..1 MS and
    IhrpSubstanceExtension named substance 0..* MS and
    $pertainsToGoal named pertainsToGoal 0..* MS
* extension[recipient] ^short = "Who was taught"
* extension[teachBack] ^short = "How well it came across"
* extension[substance] ^short = "The substance it is about"
* extension[pertainsToGoal] ^short = "The goal of the person this serves"
* basedOn MS
* status MS
* statusReason MS
* category MS
* code 1..1 MS
* code from IhrpEducationCodeValues (extensible)
* subject MS
* subject only Reference(Patient or Group)
* encounter MS
* performed[x] MS
* performer MS
* reasonCode MS
* reasonReference MS
* outcome MS
* note MS
