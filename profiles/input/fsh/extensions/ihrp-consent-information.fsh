Extension: IhrpConsentInformationExtension
Id: ihrp-consent-information
Title: "Information that may be shared"
Description: "Which information the consent lets out, described so that the person recognises it. The coded provision says the same for machines."
* insert ProfileMetadata
* insert ExtensionContext(Consent)
* value[x] 1..1
* value[x] only string
