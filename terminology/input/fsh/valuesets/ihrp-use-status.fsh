ValueSet: IhrpUseStatusValues
Id: ihrp-use-status
Title: "Status of use"
Description: "Every code of the code system Status of use."
* insert ValueSetMetadata
* include codes from system IhrpUseStatusCodes
