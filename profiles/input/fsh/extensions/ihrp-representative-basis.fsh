Extension: IhrpRepresentativeBasisExtension
Id: ihrp-representative-basis
Title: "Basis of representation"
Description: "On what ground somebody signs for the person."
* insert ProfileMetadata
* insert ExtensionContext(Consent)
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpRepresentativeBasisValues (required)
