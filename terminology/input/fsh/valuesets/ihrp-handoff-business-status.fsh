ValueSet: IhrpHandoffBusinessStatusValues
Id: ihrp-handoff-business-status
Title: "Business status of a handoff"
Description: "Every code of the code system Business status of a handoff."
* insert ValueSetMetadata
* include codes from system IhrpHandoffBusinessStatusCodes
