Profile: IhrpCoOccurringCondition
Parent: Condition
Id: ihrp-co-occurring-condition
Title: "Co-occurring condition"
Description: "A condition beside substance use, of body or mind, and the substance use condition it contributes to."
* insert ProfileMetadata
* insert CompliesWith(us-core-condition-problems-health-concerns)
* insert PersonVoice
* obeys sud-1 and sud-2
* extension contains
    IhrpContributesToUseExtension named contributesToUse 0..* MS and
    $assertedDate named assertedDate 0..1 MS
* extension[contributesToUse] ^short = "The substance use condition this contributes to"
* clinicalStatus MS
* verificationStatus MS
* category 1..* MS
* category ^short = "Problem list item or health concern; others as well"
* severity MS
* severity from IhrpConditionSeverityValues (preferred)
* code 1..1 MS
* code from IhrpCoOccurringConditionCodeValues (preferred)
* subject MS
* subject only Reference(Patient)
* onset[x] MS
* abatement[x] MS
* recordedDate MS
* recorder MS
* evidence MS
* note MS
