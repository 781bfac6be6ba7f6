ValueSet: IhrpModalityValues
Id: ihrp-modality
Title: "Modality of care"
Description: "Every code of the code system Modality of care."
* insert ValueSetMetadata
* include codes from system IhrpModalityCodes
