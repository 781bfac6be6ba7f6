Extension: IhrpNextReviewExtension
Id: ihrp-next-review
Title: "Next review"
Description: "The day on which the person and the team look at the plan again."
* insert ProfileMetadata
* insert ExtensionContext(CarePlan)
* value[x] 1..1
* value[x] only date
