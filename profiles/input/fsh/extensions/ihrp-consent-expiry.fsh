Extension: IhrpConsentExpiryExtension
Id: ihrp-consent-expiry
Title: "End of the consent"
Description: "When or with what a consent ends: a date (the period of the provision), an event in words, the end of the treatment, or none. A date is never invented."
* insert ProfileMetadata
* insert ExtensionContext(Consent)
* extension contains
    kind 1..1 MS and
    words 0..1 MS and
    came 0..1 MS
* extension[kind] ^short = "Date, event, end of treatment or none"
* extension[kind].value[x] 1..1
* extension[kind].value[x] only code
* extension[kind].valueCode from IhrpConsentExpiryValues (required)
* extension[words] ^short = "The event in words"
* extension[words].value[x] 1..1
* extension[words].value[x] only string
* extension[came] ^short = "When the event came, or the treatment ended"
* extension[came] ^definition = "When the event came with which the consent ends, or the treatment ended; from then on the consent lets nothing go. Absent while nobody has learned of it."
* extension[came].value[x] 1..1
* extension[came].value[x] only dateTime
