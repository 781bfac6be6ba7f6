Extension: IhrpRedisclosureNoticeExtension
Id: ihrp-redisclosure-notice
Title: "Notice of protection"
Description: "The notice of 42 CFR 2.32 that travels with what rests on consent, and only with that: the notice itself would tell too much elsewhere."
* insert ProfileMetadata
* insert ExtensionContext(Composition)
* value[x] 1..1
* value[x] only string
