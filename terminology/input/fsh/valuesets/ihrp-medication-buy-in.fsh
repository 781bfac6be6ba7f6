ValueSet: IhrpMedicationBuyInValues
Id: ihrp-medication-buy-in
Title: "Stance on a medicine"
Description: "Every code of the code system Stance on a medicine."
* insert ValueSetMetadata
* include codes from system IhrpMedicationBuyInCodes
