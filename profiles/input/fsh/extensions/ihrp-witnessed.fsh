Extension: IhrpWitnessedExtension
Id: ihrp-witnessed
Title: "Witnessed dose"
Description: "Whether somebody saw the dose being taken."
* insert ProfileMetadata
* insert ExtensionContext(MedicationAdministration)
* value[x] 1..1
* value[x] only boolean
