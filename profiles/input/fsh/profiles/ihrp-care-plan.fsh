Profile: IhrpCarePlan
Parent: CarePlan
Id: ihrp-care-plan
Title: "Integrative care plan"
Description: "One plan, made with the person, that joins medicine, psychotherapy, complementary practice, peer and social support and harm reduction, under goals the person owns. Activities are references to requests, tasks and appointments, so that every party can read and answer for its part."
* insert ProfileMetadata
* insert CompliesWith(us-core-careplan)
* insert PersonVoice
* obeys cp-1 and cp-2 and cp-3
* extension contains
    IhrpPlanAgreementExtension named agreement 0..* MS and
    IhrpNextReviewExtension named nextReview 0..1 MS and
    IhrpCustodianExtension named custodian 0..1 MS
* extension[agreement] ^short = "What the person says to the plan, when and in which words"
* extension[nextReview] ^short = "When the person and the team look at the plan again"
* extension[custodian] ^short = "The organization that keeps the plan"
* text MS
* status MS
* intent MS
* intent = #plan
* category 1..* MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains
    ihrp 1..1 MS and
    assessPlan 0..1 MS
* category[ihrp] = $planCategory#integrative-plan
* category[ihrp] ^short = "Marks the plan as an integrative treatment plan"
* category[assessPlan] = $usCoreCarePlanCategory#assess-plan
* category[assessPlan] ^short = "Marks the plan for systems that follow US Core"
* title MS
* subject MS
* subject only Reference(Patient)
* period MS
* author MS
* careTeam MS
* addresses MS
* supportingInfo MS
* goal MS
* goal ^short = "The person's goals"
* partOf MS
* replaces MS
* activity MS
* activity.detail 0..0
* activity.reference MS
* activity.reference ^short = "Request, task or appointment that carries out this part of the plan"
* note MS
