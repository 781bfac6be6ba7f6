CodeSystem: IhrpNoMedicineReasonCodes
Id: ihrp-no-medicine-reason
Title: "Why there is no medicine"
Description: "The reason why a handoff tells of no medicine."
* insert CodeSystemMetadata
* #declined "Declined" "Offered, talked through and declined for now."
* #not-indicated "Not indicated" "No medicine is approved or fits."
* #not-offered "Not offered" "It was not offered; the receiving side may."
* #ended "Ended" "One was taken and has ended."
