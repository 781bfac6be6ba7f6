Profile: IhrpConsent
Parent: Consent
Id: ihrp-consent
Title: "Consent to share"
Description: "A person's written consent to share records of a substance use programme: what, with whom, for what, until when, as 42 CFR Part 2 asks. Counselling notes need a consent of their own."
* insert ProfileMetadata
* insert PersonVoice
* obeys co-1 and co-2 and co-3 and co-4 and co-5
* extension contains
    IhrpRecipientClassExtension named recipientClass 0..* MS and
    IhrpIntermediaryExtension named intermediary 0..* MS and
    IhrpConsentExpiryExtension named expiry 0..1 MS and
    IhrpConsentInformationExtension named information 0..1 MS and
    IhrpConsentStatementExtension named statement 0..* MS and
    IhrpConsentSignatureExtension named signature 0..* MS and
    IhrpRepresentativeBasisExtension named representativeBasis 0..1 MS
* extension[recipientClass] ^short = "Recipients as a class"
* extension[intermediary] ^short = "A recipient that passes records on to its participants"
* extension[expiry] ^short = "When or with what the consent ends"
* extension[information] ^short = "What may be shared, in words the person recognises"
* extension[statement] ^short = "Statements given before signing"
* extension[signature] ^short = "Signature"
* extension[representativeBasis] ^short = "On what ground somebody signs for the person"
* identifier MS
* status MS
* scope MS
* category MS
* patient 1..1 MS
* dateTime 1..1 MS
* performer MS
* organization MS
* source[x] MS
* policy 1..* MS
* policy.uri 1..1 MS
* verification MS
* provision MS
* provision.type MS
* provision.period MS
* provision.actor MS
* provision.actor ^short = "Recipients (IRCP, PRCP) and who may disclose (CST)"
* provision.action MS
* provision.securityLabel MS
* provision.securityLabel from IhrpSecurityLabelValues (extensible)
* provision.purpose MS
* provision.purpose from IhrpPurposeOfUseValues (extensible)
* provision.class MS
* provision.code MS
* provision.data MS
* provision.provision MS
