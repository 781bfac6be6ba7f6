Profile: IhrpTransitionRequest
Parent: IhrpServiceRequest
Id: ihrp-transition-request
Title: "Transition of care"
Description: "The request to take over the care: which organization, from when. The document that carries the plan is linked from the task of the handoff, not from here."
* insert ProfileMetadata
* insert CompliesWith(us-core-servicerequest)
* obeys tr-1
* extension contains IhrpLevelOfCareExtension named levelOfCare 0..1 MS
* extension[levelOfCare] ^short = "Level of care asked for"
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains transition 1..1 MS
* category[transition] = $modality#transition
* category[transition] ^short = "Marks the request as a transition of care"
* performer 1..* MS
* occurrence[x] 1..1 MS
