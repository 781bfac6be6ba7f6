ValueSet: IhrpRiskLevelValues
Id: ihrp-risk-level
Title: "Level of risk"
Description: "Every code of the code system Level of risk."
* insert ValueSetMetadata
* include codes from system IhrpRiskLevelCodes
