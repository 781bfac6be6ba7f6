ValueSet: IhrpHandoffSectionValues
Id: ihrp-handoff-section
Title: "Sections of a handoff"
Description: "Every code of the code system Sections of a handoff."
* insert ValueSetMetadata
* include codes from system IhrpHandoffSectionCodes
