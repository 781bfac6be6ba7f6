Extension: IhrpIntermediaryExtension
Id: ihrp-intermediary
Title: "Intermediary"
Description: "A recipient that passes records on to its participants: who it is, and which participants, by name or as those with a treating relationship."
* insert ProfileMetadata
* insert ExtensionContext(Consent)
* extension contains
    who 1..1 MS and
    participant 0..* MS and
    participantClass 0..1 MS
* extension[who] ^short = "The intermediary"
* extension[who].value[x] 1..1
* extension[who].value[x] only Reference(Organization)
* extension[participant] ^short = "A participant by name"
* extension[participant].value[x] 1..1
* extension[participant].value[x] only Reference(Organization or Practitioner or PractitionerRole)
* extension[participantClass] ^short = "Participants as a class"
* extension[participantClass].value[x] 1..1
* extension[participantClass].value[x] only code
* extension[participantClass].valueCode from IhrpRecipientClassValues (required)
