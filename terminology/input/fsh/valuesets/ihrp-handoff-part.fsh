ValueSet: IhrpHandoffPartValues
Id: ihrp-handoff-part
Title: "Parts of a handoff task"
Description: "Every code of the code system Parts of a handoff task."
* insert ValueSetMetadata
* include codes from system IhrpHandoffPartCodes
