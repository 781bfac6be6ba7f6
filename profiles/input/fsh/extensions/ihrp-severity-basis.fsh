Extension: IhrpSeverityBasisExtension
Id: ihrp-severity-basis
Title: "Basis of the severity"
Description: "What the stated severity of a condition rests on, with the number of diagnostic criteria met where they were counted."
* insert ProfileMetadata
* insert ExtensionContext(Condition)
* extension contains
    basis 1..1 MS and
    criteriaCount 0..1 MS
* extension[basis] ^short = "Count of criteria, clinical judgement, a score or the person's own view"
* extension[basis].value[x] 1..1
* extension[basis].value[x] only CodeableConcept
* extension[basis].valueCodeableConcept from IhrpSeverityBasisValues (extensible)
* extension[criteriaCount] ^short = "Number of diagnostic criteria met"
* extension[criteriaCount].value[x] 1..1
* extension[criteriaCount].value[x] only unsignedInt
