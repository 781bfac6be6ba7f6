ValueSet: IhrpSupplyUnknownValues
Id: ihrp-supply-unknown
Title: "Why the last dose is unknown"
Description: "Every code of the code system Why the last dose is unknown."
* insert ValueSetMetadata
* include codes from system IhrpSupplyUnknownCodes
