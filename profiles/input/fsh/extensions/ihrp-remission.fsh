Extension: IhrpRemissionExtension
Id: ihrp-remission
Title: "Remission"
Description: "How a remission is qualified: early or sustained, full or partial, on a medicine, in a controlled environment. Several may apply."
* insert ProfileMetadata
* insert ExtensionContext(Condition)
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpRemissionQualifierValues (extensible)
