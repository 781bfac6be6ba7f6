Profile: IhrpSuicideRisk
Parent: Observation
Id: ihrp-suicide-risk
Title: "Suicide risk"
Description: "How high the risk of suicide is, whether there is a plan, what keeps the person alive, who responds and where the safety plan is."
* insert PersonObservation
* extension contains IhrpSafetyPlanExtension named safetyPlan 0..1 MS
* extension[safetyPlan] ^short = "The safety plan"
* code = $loinc#93374-7
* value[x] MS
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpRiskLevelValues (required)
* derivedFrom MS
* insert ComponentSlicing
* component contains
    plan 0..1 MS and
    protectiveFactor 0..* MS and
    responder 0..* MS
* insert YesNoComponent(plan, $part#suicide-plan, "Whether there is a plan")
* insert WordsComponent(protectiveFactor, $part#protective-factor, [["What keeps the person alive, in their words"]])
* insert WordsComponent(responder, $part#responder, "Who responds when the risk rises")
