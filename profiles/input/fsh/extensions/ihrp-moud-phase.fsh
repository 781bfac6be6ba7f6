Extension: IhrpMoudPhaseExtension
Id: ihrp-moud-phase
Title: "Phase of medication treatment"
Description: "Where treatment with a medicine for addiction stands, from before the first dose to a steady dose, an interruption or a dose reduction at the pace of the person."
* insert ProfileMetadata
* insert ExtensionContext(MedicationRequest)
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpMoudPhaseValues (required)
