ValueSet: IhrpReadinessCodeValues
Id: ihrp-readiness-code
Title: "Readiness rulers"
Description: "What a readiness ruler asks: importance, confidence or readiness."
* insert ValueSetMetadata
* IhrpObservationCodes#readiness-importance "Importance of change (0-10)"
* IhrpObservationCodes#readiness-confidence "Confidence to change (0-10)"
* IhrpObservationCodes#readiness-ruler "Readiness to change (0-10)"
