ValueSet: IhrpToleranceValues
Id: ihrp-tolerance
Title: "Tolerance"
Description: "Every code of the code system Tolerance."
* insert ValueSetMetadata
* include codes from system IhrpToleranceCodes
