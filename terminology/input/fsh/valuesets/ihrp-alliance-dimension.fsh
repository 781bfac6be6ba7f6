ValueSet: IhrpAllianceDimensionValues
Id: ihrp-alliance-dimension
Title: "Dimensions of the therapeutic alliance"
Description: "Every code of the code system Dimensions of the therapeutic alliance."
* insert ValueSetMetadata
* include codes from system IhrpAllianceDimensionCodes
