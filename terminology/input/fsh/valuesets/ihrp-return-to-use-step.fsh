ValueSet: IhrpReturnToUseStepValues
Id: ihrp-return-to-use-step
Title: "Steps of a return-to-use plan"
Description: "Every code of the code system Steps of a return-to-use plan."
* insert ValueSetMetadata
* include codes from system IhrpReturnToUseStepCodes
