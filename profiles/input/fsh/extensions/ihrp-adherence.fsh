Extension: IhrpAdherenceExtension
Id: ihrp-adherence
Title: "Taking the medicine"
Description: "How the person takes the medicine, as they tell it, and how many doses were missed in the past seven days."
* insert ProfileMetadata
* insert ExtensionContext(MedicationStatement)
* extension contains
    how 1..1 MS and
    missedDoses 0..1 MS
* extension[how] ^short = "As agreed, some missed, differently, not started or stopped"
* extension[how].value[x] 1..1
* extension[how].value[x] only CodeableConcept
* extension[how].valueCodeableConcept from IhrpAdherenceValues (required)
* extension[missedDoses] ^short = "Doses missed in the past seven days"
* extension[missedDoses].value[x] 1..1
* extension[missedDoses].value[x] only unsignedInt
