Profile: IhrpGoalBarrier
Parent: Observation
Id: ihrp-goal-barrier
Title: "Barrier to a goal"
Description: "What stands between the person and a goal, as the person sees it, so that the team can move it out of the way."
* insert PersonObservation
* code = $observation#goal-barrier
* focus MS
* focus ^short = "The goal"
* value[x] MS
* value[x] only CodeableConcept or string
* valueCodeableConcept from IhrpBarrierValues (extensible)
