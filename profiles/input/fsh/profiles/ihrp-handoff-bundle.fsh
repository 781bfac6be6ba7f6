Profile: IhrpHandoffBundle
Parent: Bundle
Id: ihrp-handoff-bundle
Title: "Handoff bundle"
Description: "A document bundle with a handoff document first and everything it refers to. It stands alone and has an identifier, so that the same document delivered twice is recognised."
* insert ProfileMetadata
* obeys hb-1
* identifier 1..1 MS
* type MS
* type = #document
* timestamp 1..1 MS
* entry 1..* MS
* entry.fullUrl 1..1 MS
* entry.resource 1..1 MS
* signature MS
