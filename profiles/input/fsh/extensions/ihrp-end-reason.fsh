Extension: IhrpEndReasonExtension
Id: ihrp-end-reason
Title: "Reason for the end"
Description: "Why an episode of care ended. Use of a substance is no reason."
* insert ProfileMetadata
* insert ExtensionContext(EpisodeOfCare)
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpEndReasonValues (extensible)
