CodeSystem: IhrpMedicationBuyInCodes
Id: ihrp-medication-buy-in
Title: "Stance on a medicine"
Description: "The person's own stance on a medicine after it was talked through."
* insert CodeSystemMetadata
* #not-discussed "Not yet discussed" "Medication options not yet talked through."
* #declined "Declined for now" "The person has heard the options and does not want this medicine now."
* #unsure "Unsure" "The person is weighing it up."
* #willing-to-try "Willing to try" "The person agrees to a trial with review."
* #endorsed "Endorsed" "The person sees the medicine as part of own plan."
* #reconsidering "Reconsidering" "The person takes the medicine and is thinking of stopping or changing."
