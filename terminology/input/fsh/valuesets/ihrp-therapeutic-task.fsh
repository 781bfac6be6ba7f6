ValueSet: IhrpTherapeuticTaskValues
Id: ihrp-therapeutic-task
Title: "Tasks of the therapy"
Description: "Every code of the code system Tasks of the therapy."
* insert ValueSetMetadata
* include codes from system IhrpTherapeuticTaskCodes
