ValueSet: IhrpObservationValues
Id: ihrp-observation
Title: "Observations of the plan"
Description: "Every code of the code system Observations of the plan."
* insert ValueSetMetadata
* include codes from system IhrpObservationCodes
