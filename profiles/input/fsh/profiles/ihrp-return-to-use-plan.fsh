Profile: IhrpReturnToUsePlan
Parent: CarePlan
Id: ihrp-return-to-use-plan
Title: "Return-to-use plan"
Description: "What the person and close people do when use is near, has happened or an overdose threatens: warning signs, coping, contacts, surroundings, overdose response. It belongs to an integrative plan and is no contract."
* insert ProfileMetadata
* insert CompliesWith(us-core-careplan)
* insert PersonVoice
* obeys rtu-1 and rtu-2
* extension contains
    IhrpSubstanceExtension named substance 0..* MS and
    IhrpPlanAgreementExtension named agreement 0..* MS
* extension[substance] ^short = "The substances the plan is for"
* extension[agreement] ^short = "What the person says to the plan"
* text MS
* status MS
* intent MS
* intent = #plan
* category 1..* MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains returnToUse 1..1 MS
* category[returnToUse] = $planCategory#return-to-use-plan
* category[returnToUse] ^short = "Marks the plan as a return-to-use plan"
* title MS
* subject MS
* subject only Reference(Patient)
* partOf MS
* partOf ^short = "The integrative plan it belongs to"
* period MS
* author MS
* careTeam MS
* activity MS
* activity.extension contains IhrpReturnToUseStepExtension named step 0..1 MS
* activity.extension[step] ^short = "What the step is for, and its place in the order"
* activity.detail 0..0
* activity.reference MS
* activity.reference ^short = "The task in which the step is told"
* note MS
