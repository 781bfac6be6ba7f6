ValueSet: IhrpDriverKindValues
Id: ihrp-driver-kind
Title: "Drivers of use"
Description: "Every code of the code system Drivers of use."
* insert ValueSetMetadata
* include codes from system IhrpDriverKindCodes
