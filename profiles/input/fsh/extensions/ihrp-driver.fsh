Extension: IhrpDriverExtension
Id: ihrp-driver
Title: "Driver"
Description: "What lies under this use: trauma, grief, pain, loneliness and so on, with the condition or observation that tells more and the person's own words. Ordinary grief is no disorder and needs no condition."
* insert ProfileMetadata
* insert ExtensionContext(Observation)
* extension contains
    kind 1..1 MS and
    evidence 0..* MS and
    words 0..1 MS
* extension[kind] ^short = "Kind of driver"
* extension[kind].value[x] 1..1
* extension[kind].value[x] only CodeableConcept
* extension[kind].valueCodeableConcept from IhrpDriverKindValues (extensible)
* extension[evidence] ^short = "The condition or observation that tells more"
* extension[evidence].value[x] 1..1
* extension[evidence].value[x] only Reference(Condition or Observation)
* extension[words] ^short = "In the person's words"
* extension[words].value[x] 1..1
* extension[words].value[x] only string
