CodeSystem: IhrpToleranceCodes
Id: ihrp-tolerance
Title: "Tolerance"
Description: "Where tolerance to opioids or sedatives stands."
* insert CodeSystemMetadata
* #lost "Lost" "Tolerance is lost: a usual amount can kill."
* #lowered "Lowered" "Tolerance is lower than before."
* #kept "Kept" "Tolerance is as before, by use or by an agonist medicine."
* #unknown "Unknown" "Not known."
