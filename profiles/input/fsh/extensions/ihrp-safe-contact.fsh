Extension: IhrpSafeContactExtension
Id: ihrp-safe-contact
Title: "Safe contact"
Description: "How the person can be reached without harm: on which number or address, whether a message may be left, under which neutral name and at which times."
* insert ProfileMetadata
* insert ExtensionContext(Patient)
* extension contains
    contact 1..1 MS and
    voicemail 0..1 MS and
    callerName 0..1 MS and
    times 0..1 MS
* extension[contact] ^short = "Number or address"
* extension[contact].value[x] 1..1
* extension[contact].value[x] only ContactPoint
* extension[voicemail] ^short = "Whether a message may be left"
* extension[voicemail].value[x] 1..1
* extension[voicemail].value[x] only boolean
* extension[callerName] ^short = "The neutral name under which to call"
* extension[callerName].value[x] 1..1
* extension[callerName].value[x] only string
* extension[times] ^short = "When it is safe, in words"
* extension[times].value[x] 1..1
* extension[times].value[x] only string
