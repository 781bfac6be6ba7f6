Extension: IhrpLevelOfCareExtension
Id: ihrp-level-of-care
Title: "Level of care"
Description: "The level of care in neutral words, as stated by the sender. The sender's own level may stand beside it as another coding or as text."
* insert ProfileMetadata
* insert ExtensionContext(EpisodeOfCare)
* insert ExtensionContext(ServiceRequest)
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpLevelOfCareValues (extensible)
