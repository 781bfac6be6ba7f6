Profile: IhrpStageOfChange
Parent: Observation
Id: ihrp-stage-of-change
Title: "Stage of change"
Description: "Where the person stands toward changing the use of one substance (or one behaviour), at one time, toward one direction and as seen by one rater. A person can be in a different stage for each substance, and the history of stages is kept."
* insert ProfileMetadata
* insert CompliesWith(us-core-observation-screening-assessment)
* insert PersonVoice
* insert ScreeningAssessment
* obeys soc-1 and soc-2 and soc-3
* extension contains IhrpStandingExtension named standing 0..1 MS
* extension[standing] ^short = "Current or superseded; kept by the server"
* code = $observation#stage-of-change
* focus MS
* focus ^short = "The goal, condition or substance use that was looked at"
* value[x] MS
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpStageOfChangeValues (required)
* derivedFrom MS
* insert ComponentSlicing
* component contains
    substance 0..1 MS and
    behaviour 0..1 MS and
    targetDirection 0..1 MS and
    confidence 0..1 MS and
    rater 0..1 MS
* insert SubstanceComponent
* component[behaviour].code = $part#behaviour
* component[behaviour].value[x] 1..1
* component[behaviour].value[x] only CodeableConcept
* component[behaviour].valueCodeableConcept from IhrpBehaviourValues (extensible)
* component[behaviour] ^short = "A behaviour other than substance use"
* insert CodedComponent(targetDirection, $part#target-direction, IhrpGoalDirectionValues, "The direction toward which the stage was judged")
* component[confidence].code = $part#confidence
* component[confidence].value[x] only Quantity
* component[confidence].valueQuantity = $ucum#{score}
* component[confidence] ^short = "The person's confidence, 0-10"
* insert CodedComponent(rater, $part#rater, IhrpRaterValues, "Whose view this is")
