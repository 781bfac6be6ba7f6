ValueSet: IhrpMedicationConcernValues
Id: ihrp-medication-concern
Title: "Concerns about a medicine"
Description: "Every code of the code system Concerns about a medicine."
* insert ValueSetMetadata
* include codes from system IhrpMedicationConcernCodes
