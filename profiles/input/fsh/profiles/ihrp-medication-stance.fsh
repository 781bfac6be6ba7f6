Profile: IhrpMedicationStance
Parent: Observation
Id: ihrp-medication-stance
Title: "Stance on a medicine"
Description: "What the person thinks of a medicine after it was talked through: wants it, is willing to try, unsure, declines for now, reconsiders; how well it was understood, and which concerns remain. No order is needed for it."
* insert PersonObservation
* obeys ms-1 and ms-2
* code = $observation#medication-buy-in
* focus MS
* focus ^short = "The request for the medicine, where there is one"
* performer ^short = "The person, and who talked it through with them"
* value[x] 1..1 MS
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpMedicationBuyInValues (required)
* insert ComponentSlicing
* component contains
    substance 0..1 MS and
    medicine 0..1 MS and
    understanding 0..1 MS and
    concern 0..* MS and
    reasonDeclined 0..1 MS
* insert SubstanceComponent
* component[medicine].code = $part#medicine
* component[medicine].value[x] only CodeableConcept
* component[medicine].valueCodeableConcept from IhrpMedicationValues (preferred)
* component[medicine] ^short = "The medicine, where there is no request"
* component[understanding].code = $observation#medication-understanding
* component[understanding].value[x] only CodeableConcept or Quantity
* component[understanding].valueCodeableConcept from IhrpTeachBackValues (required)
* component[understanding] ^short = "How well it was understood, by teach-back"
* component[concern].code = $part#concern
* component[concern].value[x] only CodeableConcept or string
* component[concern].valueCodeableConcept from IhrpMedicationConcernValues (extensible)
* component[concern] ^short = "What makes the person hesitate"
* insert WordsComponent(reasonDeclined, $part#reason-declined, [["Why the person declines, in their words"]])
