CodeSystem: IhrpMoudPhaseCodes
Id: ihrp-moud-phase
Title: "Phase of medication treatment"
Description: "Where treatment with a medicine for addiction stands."
* insert CodeSystemMetadata
* #preparation "Before the first dose" "Education, choice and waiting for the right moment."
* #induction "Starting" "First doses until withdrawal is held."
* #stabilization "Finding the dose" "The dose is adjusted until withdrawal and craving are held."
* #maintenance "Steady dose" "The dose holds and is kept as long as it helps."
* #interruption "Interrupted" "Doses were missed; the next dose may have to be lower."
* #taper "Dose reduction" "The dose is lowered step by step at the pace of the person."
* #ended "Ended" "The medicine was ended; tolerance to opioids is lower now."
