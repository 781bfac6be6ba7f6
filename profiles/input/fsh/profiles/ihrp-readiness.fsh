Profile: IhrpReadiness
Parent: Observation
Id: ihrp-readiness
Title: "Readiness"
Description: "How important a change is to the person, how confident they are and how ready they feel, each from 0 to 10, for one goal or one substance."
* insert PersonObservation
* obeys rd-1 and rd-2
* code from IhrpReadinessCodeValues (required)
* focus MS
* focus ^short = "The goal, condition or substance use that was looked at"
* value[x] MS
* value[x] only Quantity
* valueQuantity = $ucum#{score}
* value[x] ^short = "0 to 10"
* derivedFrom MS
* insert ComponentSlicing
* component contains
    substance 0..1 MS and
    importance 0..1 MS and
    confidence 0..1 MS
* insert SubstanceComponent
* insert ScoreComponent(importance, $observation#readiness-importance, [["Importance of change, 0-10"]])
* insert ScoreComponent(confidence, $observation#readiness-confidence, [["Confidence to change, 0-10"]])
