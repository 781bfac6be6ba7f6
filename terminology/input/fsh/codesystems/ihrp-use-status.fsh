CodeSystem: IhrpUseStatusCodes
Id: ihrp-use-status
Title: "Status of use"
Description: "Whether a substance is used at present."
* insert CodeSystemMetadata
* #current-use "Uses at present" "The person uses this substance at present."
* #occasional-use "Uses now and then" "Use happens in certain situations or seasons only."
* #no-current-use "Does not use at present" "The person used this substance before and does not use it now."
* #never-used "Has never used" "The person has not used this substance."
* #as-prescribed "Uses as prescribed" "The substance is a medicine and is taken as prescribed."
