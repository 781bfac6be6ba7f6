Extension: IhrpTeachBackExtension
Id: ihrp-teach-back
Title: "Teach-back"
Description: "How well the recipient could say back what was explained. It rates the explanation, not the recipient."
* insert ProfileMetadata
* insert ExtensionContext(Procedure)
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpTeachBackValues (required)
