Extension: IhrpStandingExtension
Id: ihrp-standing
Title: "Standing"
Description: "Whether this rating is the latest one by the same rater for the same person, substance and target direction. The server keeps it: what others send is overwritten. The search parameter stage-current rests on it."
* insert ProfileMetadata
* insert ExtensionContext(Observation)
* value[x] 1..1
* value[x] only code
* valueCode from IhrpStandingValues (required)
