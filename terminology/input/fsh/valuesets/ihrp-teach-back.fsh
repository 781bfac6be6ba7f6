ValueSet: IhrpTeachBackValues
Id: ihrp-teach-back
Title: "Teach-back"
Description: "Every code of the code system Teach-back."
* insert ValueSetMetadata
* include codes from system IhrpTeachBackCodes
