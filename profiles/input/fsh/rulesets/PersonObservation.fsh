RuleSet: PersonObservation
* insert ProfileMetadata
* insert CompliesWith(us-core-simple-observation)
* insert PersonVoice
* status MS
* category 1..* MS
* category ^short = "Usually survey, social-history or therapy"
* code MS
* subject 1..1 MS
* subject only Reference(Patient)
* encounter MS
* effective[x] MS
* effective[x] only dateTime or Period
* performer MS
* dataAbsentReason MS
* note MS
