Profile: IhrpSudCondition
Parent: Condition
Id: ihrp-sud-condition
Title: "Substance use condition"
Description: "A substance use disorder or related condition, with its severity and what the severity rests on, and its remission. The stage of change is an observation of its own for each substance, never a stage of the condition."
* insert ProfileMetadata
* insert CompliesWith(us-core-condition-problems-health-concerns)
* insert PersonVoice
* obeys sud-1 and sud-2
* extension contains
    IhrpSubstanceExtension named substance 0..* MS and
    IhrpSeverityBasisExtension named severityBasis 0..1 MS and
    IhrpRemissionExtension named remission 0..* MS and
    $assertedDate named assertedDate 0..1 MS
* extension[substance] ^short = "Which substance the condition is about"
* extension[severityBasis] ^short = "What the severity rests on"
* extension[remission] ^short = "How a remission is qualified"
* clinicalStatus MS
* verificationStatus MS
* category 1..* MS
* category ^short = "Problem list item or health concern; others as well"
* severity MS
* severity from IhrpConditionSeverityValues (preferred)
* code 1..1 MS
* code from IhrpSudConditionCodeValues (extensible)
* subject MS
* subject only Reference(Patient)
* onset[x] MS
* abatement[x] MS
* recordedDate MS
* recorder MS
* evidence MS
* note MS
