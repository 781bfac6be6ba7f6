CodeSystem: IhrpUseCompanyCodes
Id: ihrp-use-company
Title: "Company when using"
Description: "Whether anybody is near when a person uses."
* insert CodeSystemMetadata
* #alone "Alone" "Nobody would notice an overdose."
* #in-contact "Alone but in contact" "Somebody listens in by telephone, app or from the next room."
* #with-others "With others" "Others are present."
* #supervised "In a supervised place" "Use in a supervised consumption service."
* #varies "It varies" "Sometimes alone, sometimes not."
