CodeSystem: IhrpConsentExpiryCodes
Id: ihrp-consent-expiry
Title: "End of a consent"
Description: "When or with what a consent ends."
* insert CodeSystemMetadata
* #date "Date" "It ends on the last day of the period."
* #event "Event" "It ends with an event that the words name."
* #end-of-treatment "End of treatment" "It ends when the treatment ends."
* #none "No end" "It has no end until it is revoked."
