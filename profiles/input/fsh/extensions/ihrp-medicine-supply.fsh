Extension: IhrpMedicineSupplyExtension
Id: ihrp-medicine-supply
Title: "Where a medicine stands"
Description: "For one medicine of a handoff: the last dose given, which is an administration and never an order, or the coded reason why it is not known; when the next dose is due; when the supply ends; a number at which all this can be verified at any hour. What is not known is left out."
* insert ProfileMetadata
* insert ExtensionContext(Composition.section)
* extension contains
    medicine 1..1 MS and
    lastGiven 0..1 MS and
    lastGivenUnknown 0..1 MS and
    nextDue 0..1 MS and
    supplyUntil 0..1 MS and
    verify 0..1 MS
* extension[medicine] ^short = "The order"
* extension[medicine].value[x] 1..1
* extension[medicine].value[x] only Reference(MedicationRequest)
* extension[lastGiven] ^short = "The last dose given"
* extension[lastGiven].value[x] 1..1
* extension[lastGiven].value[x] only Reference(MedicationAdministration)
* extension[lastGivenUnknown] ^short = "Why it is not known"
* extension[lastGivenUnknown].value[x] 1..1
* extension[lastGivenUnknown].value[x] only code
* extension[lastGivenUnknown].valueCode from IhrpSupplyUnknownValues (required)
* extension[nextDue] ^short = "When the next dose is due"
* extension[nextDue].value[x] 1..1
* extension[nextDue].value[x] only dateTime
* extension[supplyUntil] ^short = "When the first dose is due that the person does not have"
* extension[supplyUntil].value[x] 1..1
* extension[supplyUntil].value[x] only dateTime
* extension[verify] ^short = "A number to verify at any hour"
* extension[verify].value[x] 1..1
* extension[verify].value[x] only ContactPoint
