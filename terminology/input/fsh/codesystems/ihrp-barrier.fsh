CodeSystem: IhrpBarrierCodes
Id: ihrp-barrier
Title: "Barriers"
Description: "What stands between a person and a goal."
* insert CodeSystemMetadata
* #travel "Travel" "Distance or transport."
* #time "Time" "Opening hours, work or waiting times."
* #care-for-others "Care for others" "Children or others who need care."
* #cost "Cost" "Money or insurance."
* #housing "Housing" "No safe or steady home."
* #stigma "Stigma" "Fear of being judged."
* #law "Law" "Courts, probation or papers."
* #withdrawal-fear "Fear of withdrawal" "Fear of withdrawal or pain."
* #health "Health" "Another health problem."
* #surroundings "Surroundings" "People or places that make it harder."
* #rules "Rules of a programme" "A rule of a programme that does not fit the person."
* #trust "Trust" "Past experience with care."
