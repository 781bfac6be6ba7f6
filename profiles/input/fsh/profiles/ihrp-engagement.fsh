Profile: IhrpEngagement
Parent: Observation
Id: ihrp-engagement
Title: "Engagement"
Description: "How the person and the care have found together so far. Somebody who is out of contact is waited for, and may come back at any time."
* insert PersonObservation
* code = $observation#engagement
* value[x] MS
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpEngagementValues (required)
* insert ComponentSlicing
* component contains rater 0..1 MS
* insert CodedComponent(rater, $part#rater, IhrpRaterValues, "Whose view this is")
