CodeSystem: IhrpWithdrawalSeverityCodes
Id: ihrp-withdrawal-severity
Title: "Severity of withdrawal"
Description: "Bands of withdrawal scores. Which scores belong to a band is set at the place of care."
* insert CodeSystemMetadata
* #none "None" "No withdrawal to be seen."
* #mild "Mild" "Mild withdrawal."
* #moderate "Moderate" "Moderate withdrawal."
* #moderately-severe "Moderately severe" "Moderately severe withdrawal."
* #severe "Severe" "Severe withdrawal."
