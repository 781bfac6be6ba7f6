ValueSet: IhrpBarrierValues
Id: ihrp-barrier
Title: "Barriers"
Description: "Every code of the code system Barriers."
* insert ValueSetMetadata
* include codes from system IhrpBarrierCodes
