Profile: IhrpOverdoseRisk
Parent: RiskAssessment
Id: ihrp-overdose-risk
Title: "Overdose risk"
Description: "How high the risk of an overdose is, what it rests on (lost tolerance above all, after detox, prison or time without use) and which services lower it."
* insert ProfileMetadata
* insert PersonVoice
* obeys or-1
* extension contains
    IhrpSubstanceExtension named substance 0..* MS and
    IhrpOverdoseBasisExtension named overdoseBasis 0..1 MS and
    IhrpMitigatingServiceExtension named mitigatingService 0..* MS and
    IhrpSafetyPlanExtension named safetyPlan 0..1 MS
* extension[substance] ^short = "The substance"
* extension[overdoseBasis] ^short = "Where tolerance stands and when the substance was last used"
* extension[mitigatingService] ^short = "A service that lowers the risk"
* extension[safetyPlan] ^short = "The plan for the moment of danger"
* status MS
* subject MS
* subject only Reference(Patient)
* encounter MS
* occurrence[x] MS
* performer MS
* basis MS
* prediction MS
* prediction.qualitativeRisk MS
* prediction.qualitativeRisk from IhrpRiskLevelValues (required)
* prediction.when[x] MS
* mitigation MS
* note MS
