ValueSet: IhrpNoMedicineReasonValues
Id: ihrp-no-medicine-reason
Title: "Why there is no medicine"
Description: "Every code of the code system Why there is no medicine."
* insert ValueSetMetadata
* include codes from system IhrpNoMedicineReasonCodes
