ValueSet: IhrpWithdrawalSeverityValues
Id: ihrp-withdrawal-severity
Title: "Severity of withdrawal"
Description: "Every code of the code system Severity of withdrawal."
* insert ValueSetMetadata
* include codes from system IhrpWithdrawalSeverityCodes
