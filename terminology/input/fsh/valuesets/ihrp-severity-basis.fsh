ValueSet: IhrpSeverityBasisValues
Id: ihrp-severity-basis
Title: "Basis of severity"
Description: "Every code of the code system Basis of severity."
* insert ValueSetMetadata
* include codes from system IhrpSeverityBasisCodes
