ValueSet: IhrpStageOfChangeValues
Id: ihrp-stage-of-change
Title: "Stage of change"
Description: "Every code of the code system Stage of change."
* insert ValueSetMetadata
* include codes from system IhrpStageOfChangeCodes
