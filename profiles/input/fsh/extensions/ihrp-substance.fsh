Extension: IhrpSubstanceExtension
Id: ihrp-substance
Title: "Substance"
Description: "Which substance this goal, request, condition or episode is about. Give the class and, where known, the very substance as two codings of one concept, so that a search by the class finds it. Observations carry the substance in a component instead."
* insert ProfileMetadata
* insert ExtensionContext(Goal)
* insert ExtensionContext(ServiceRequest)
* insert ExtensionContext(MedicationRequest)
* insert ExtensionContext(MedicationStatement)
* insert ExtensionContext(Condition)
* insert ExtensionContext(Procedure)
* insert ExtensionContext(RiskAssessment)
* insert ExtensionContext(EpisodeOfCare)
* insert ExtensionContext(CarePlan)
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpSubstanceValues (extensible)
