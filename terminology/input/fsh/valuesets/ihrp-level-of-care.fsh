ValueSet: IhrpLevelOfCareValues
Id: ihrp-level-of-care
Title: "Level of care"
Description: "Every code of the code system Level of care."
* insert ValueSetMetadata
* include codes from system IhrpLevelOfCareCodes
