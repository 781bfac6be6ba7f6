ValueSet: IhrpRaterValues
Id: ihrp-rater
Title: "Raters"
Description: "Every code of the code system Raters."
* insert ValueSetMetadata
* include codes from system IhrpRaterCodes
