Extension: IhrpTakeHomeExtension
Id: ihrp-take-home
Title: "Take-home doses"
Description: "How many doses were handed over to be taken at home."
* insert ProfileMetadata
* insert ExtensionContext(MedicationDispense)
* value[x] 1..1
* value[x] only unsignedInt
