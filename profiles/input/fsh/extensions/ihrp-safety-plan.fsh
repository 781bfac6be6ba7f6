Extension: IhrpSafetyPlanExtension
Id: ihrp-safety-plan
Title: "Safety plan"
Description: "The plan that says what the person and others do when the risk rises."
* insert ProfileMetadata
* insert ExtensionContext(Observation)
* insert ExtensionContext(RiskAssessment)
* value[x] 1..1
* value[x] only Reference(CarePlan or DocumentReference)
