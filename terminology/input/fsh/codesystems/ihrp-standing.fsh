CodeSystem: IhrpStandingCodes
Id: ihrp-standing
Title: "Standing of a rating"
Description: "Whether a rating is the latest of its kind. Kept by the server."
* insert CodeSystemMetadata
* #current "Current" "The latest rating of its kind: nothing newer supersedes it."
* #superseded "Superseded" "A newer rating by the same rater for the same substance and target direction exists; this one is history."
