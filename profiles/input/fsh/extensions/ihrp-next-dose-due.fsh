Extension: IhrpNextDoseDueExtension
Id: ihrp-next-dose-due
Title: "Next dose due"
Description: "When the next dose is due, so that whoever takes over knows how much time there is."
* insert ProfileMetadata
* insert ExtensionContext(MedicationRequest)
* value[x] 1..1
* value[x] only dateTime
