CodeSystem: IhrpAllianceDimensionCodes
Id: ihrp-alliance-dimension
Title: "Dimensions of the therapeutic alliance"
Description: "What is rated when the working relationship is rated."
* insert CodeSystemMetadata
* #bond "Bond" "Mutual trust, liking and respect (Bordin)."
* #goal-agreement "Goal agreement" "Agreement on what the work is for (Bordin)."
* #task-agreement "Task agreement" "Agreement on what is done to get there (Bordin)."
* #safety "Felt safety" "The person feels safe, unjudged and in control of pace."
