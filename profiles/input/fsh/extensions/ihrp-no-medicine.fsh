Extension: IhrpNoMedicineExtension
Id: ihrp-no-medicine
Title: "Why there is no medicine"
Description: "Why a handoff tells of no medicine: declined, not indicated or not offered. It stands only where nothing about medicines is kept back."
* insert ProfileMetadata
* insert ExtensionContext(Composition.section)
* value[x] 1..1
* value[x] only code
* valueCode from IhrpNoMedicineReasonValues (required)
