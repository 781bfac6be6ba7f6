Extension: IhrpConsentScopeExtension
Id: ihrp-consent-scope
Title: "Consent on which this rests"
Description: "The consent on which a document or task rests, as a copy or as an explanation of its scope in words. It stands only where something rests on consent."
* insert ProfileMetadata
* insert ExtensionContext(Composition)
* insert ExtensionContext(Task)
* extension contains
    consent 0..1 MS and
    scope 0..1 MS
* extension[consent] ^short = "The consent"
* extension[consent].value[x] 1..1
* extension[consent].value[x] only Reference(Consent or DocumentReference)
* extension[scope] ^short = "What it allows, in words"
* extension[scope].value[x] 1..1
* extension[scope].value[x] only string
