Profile: IhrpWithdrawalScore
Parent: Observation
Id: ihrp-withdrawal-score
Title: "Withdrawal score"
Description: "One rating of withdrawal on a scale, with its time of day, its severity band and when the next rating is due. A rating that could not be finished can be kept."
* insert ProfileMetadata
* insert CompliesWith(us-core-observation-screening-assessment)
* insert PersonVoice
* insert ScreeningAssessment
* obeys wd-1 and wd-2 and wd-3
* code from IhrpWithdrawalScaleValues (extensible)
* encounter MS
* value[x] MS
* value[x] only Quantity
* valueQuantity = $ucum#{score}
* hasMember MS
* derivedFrom MS
* insert ComponentSlicing
* component contains
    substance 0..1 MS and
    severityBand 0..1 MS and
    nextDue 0..1 MS
* insert SubstanceComponent
* insert CodedComponent(severityBand, $part#severity-band, IhrpWithdrawalSeverityValues, "The band the score falls into at this place of care")
* component[nextDue].code = $part#next-due
* component[nextDue].value[x] only dateTime
* component[nextDue] ^short = "When the next rating is due"
