Extension: IhrpRecipientClassExtension
Id: ihrp-recipient-class
Title: "Class of recipients"
Description: "A class of recipients that a consent names instead of single ones, such as all treating providers."
* insert ProfileMetadata
* insert ExtensionContext(Consent)
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpRecipientClassValues (required)
