ValueSet: IhrpStandingValues
Id: ihrp-standing
Title: "Standing of a rating"
Description: "Every code of the code system Standing of a rating."
* insert ValueSetMetadata
* include codes from system IhrpStandingCodes
