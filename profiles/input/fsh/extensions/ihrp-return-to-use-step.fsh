Extension: IhrpReturnToUseStepExtension
Id: ihrp-return-to-use-step
Title: "Step of a return-to-use plan"
Description: "What a step is for and where it stands in the order the person chose."
* insert ProfileMetadata
* insert ExtensionContext(CarePlan.activity)
* extension contains
    kind 1..1 MS and
    order 0..1 MS and
    words 0..1 MS
* extension[kind] ^short = "What the step is for"
* extension[kind].value[x] 1..1
* extension[kind].value[x] only CodeableConcept
* extension[kind].valueCodeableConcept from IhrpReturnToUseStepValues (required)
* extension[order] ^short = "Place in the order"
* extension[order].value[x] 1..1
* extension[order].value[x] only positiveInt
* extension[words] ^short = "In the person's words"
* extension[words].value[x] 1..1
* extension[words].value[x] only string
