Extension: IhrpServesFunctionExtension
Id: ihrp-serves-function
Title: "Serves the function"
Description: "The need that use of a substance served and that this goal, therapy or skill serves instead. A search can so show the needs that have no alternative yet."
* insert ProfileMetadata
* insert ExtensionContext(Goal)
* insert ExtensionContext(ServiceRequest)
* insert ExtensionContext(MedicationRequest)
* insert ExtensionContext(Observation)
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpUseMeaningValues (extensible)
