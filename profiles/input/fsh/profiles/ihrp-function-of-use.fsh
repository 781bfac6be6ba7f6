Profile: IhrpFunctionOfUse
Parent: Observation
Id: ihrp-function-of-use
Title: "Meaning of use"
Description: "What the use of one substance does for the person: one meaning in each observation, with what drives it. It also holds for a prescribed medicine that was drawn into the cycle. Use is read as a meaningful answer to suffering."
* insert PersonObservation
* obeys fu-1
* extension contains IhrpDriverExtension named driver 0..* MS
* extension[driver] ^short = "What lies under it: trauma, grief, pain, relationships"
* code = $observation#meaning-of-use
* focus MS
* focus ^short = "The substance use that this meaning belongs to"
* value[x] 1..1 MS
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpUseMeaningValues (extensible)
* value[x] ^short = "The need that use serves"
* note ^short = "In the person's words"
* insert ComponentSlicing
* component contains
    substance 0..1 MS and
    medicine 0..1 MS and
    importance 0..1 MS and
    rater 0..1 MS
* insert SubstanceComponent
* component[medicine].code = $part#medicine
* component[medicine].value[x] only CodeableConcept
* component[medicine].valueCodeableConcept from IhrpMedicationValues (preferred)
* component[medicine] ^short = "A prescribed medicine that was drawn into the cycle"
* insert ScoreComponent(importance, $part#importance, [["How important this meaning is to the person, 0-10"]])
* insert CodedComponent(rater, $part#rater, IhrpRaterValues, "Whose view this is")
