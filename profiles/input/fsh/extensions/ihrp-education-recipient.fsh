Extension: IhrpEducationRecipientExtension
Id: ihrp-education-recipient
Title: "Recipient of education"
Description: "Who is taught: the person, close people as recipients themselves, a group. General education needs no disclosure of anybody."
* insert ProfileMetadata
* insert ExtensionContext(Procedure)
* insert ExtensionContext(ServiceRequest)
* extension contains
    kind 0..1 MS and
    who 0..1 MS
* extension[kind] ^short = "The person, a close person, a group or general"
* extension[kind].value[x] 1..1
* extension[kind].value[x] only CodeableConcept
* extension[kind].valueCodeableConcept from IhrpRecipientKindValues (required)
* extension[who] ^short = "Who it was"
* extension[who].value[x] 1..1
* extension[who].value[x] only Reference(Patient or RelatedPerson or Group)
