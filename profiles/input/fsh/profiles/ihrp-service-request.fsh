Profile: IhrpServiceRequest
Parent: ServiceRequest
Id: ihrp-service-request
Title: "Service in the plan"
Description: "Any care in the plan that is not a medicine: psychotherapy, peer support, complementary practice, social support, harm-reduction service, education, withdrawal care. The modality says which; the goal says what for."
* insert ProfileMetadata
* insert CompliesWith(us-core-servicerequest)
* insert PersonVoice
* obeys sr-1
* extension contains
    IhrpSubstanceExtension named substance 0..* MS and
    IhrpServesFunctionExtension named servesFunction 0..* MS and
    $pertainsToGoal named pertainsToGoal 0..* MS
* extension[substance] ^short = "The substance the service is about, where it is about one"
* extension[servesFunction] ^short = "The need that use served and that this service serves instead"
* extension[pertainsToGoal] ^short = "The goal of the person this serves"
* basedOn MS
* status MS
* intent MS
* category 1..* MS
* category ^short = "Kind of care asked for: at least one coding of our modality, others as well"
* category.coding ^slicing.discriminator.type = #value
* category.coding ^slicing.discriminator.path = "system"
* category.coding ^slicing.rules = #open
* category.coding contains modality 0..1 MS
* category.coding[modality] ^short = "Modality of care"
* category.coding[modality].system 1..1
* category.coding[modality].system = $modality
* category.coding[modality].code 1..1
* category.coding[modality] from IhrpModalityValues (required)
* doNotPerform MS
* code 1..1 MS
* code from IhrpServiceCodeValues (preferred)
* subject MS
* subject only Reference(Patient)
* encounter MS
* occurrence[x] MS
* authoredOn MS
* requester MS
* performer MS
* reasonCode MS
* reasonReference MS
* supportingInfo MS
* note MS
* patientInstruction MS
