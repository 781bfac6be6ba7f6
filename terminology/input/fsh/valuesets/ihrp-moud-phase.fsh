ValueSet: IhrpMoudPhaseValues
Id: ihrp-moud-phase
Title: "Phase of medication treatment"
Description: "Every code of the code system Phase of medication treatment."
* insert ValueSetMetadata
* include codes from system IhrpMoudPhaseCodes
