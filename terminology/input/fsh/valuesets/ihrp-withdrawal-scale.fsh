ValueSet: IhrpWithdrawalScaleValues
Id: ihrp-withdrawal-scale
Title: "Withdrawal scales"
Description: "Scales of withdrawal by their total score."
* insert ValueSetMetadata
* IhrpObservationCodes#cows-total "Clinical Opiate Withdrawal Scale total"
* IhrpObservationCodes#ciwa-ar-total "CIWA-Ar total"
