Extension: IhrpConsentSignatureExtension
Id: ihrp-consent-signature
Title: "Signature"
Description: "The signature of the person, or of somebody who may sign for them."
* insert ProfileMetadata
* insert ExtensionContext(Consent)
* value[x] 1..1
* value[x] only Signature
