Extension: IhrpOverdoseBasisExtension
Id: ihrp-overdose-basis
Title: "Basis of an overdose risk"
Description: "What a risk of overdose rests on first of all: where tolerance stands and when the substance was last used."
* insert ProfileMetadata
* insert ExtensionContext(RiskAssessment)
* extension contains
    tolerance 0..1 MS and
    lastUse 0..1 MS
* extension[tolerance] ^short = "Where tolerance stands"
* extension[tolerance].value[x] 1..1
* extension[tolerance].value[x] only code
* extension[tolerance].valueCode from IhrpToleranceValues (required)
* extension[lastUse] ^short = "When the substance was last used"
* extension[lastUse].value[x] 1..1
* extension[lastUse].value[x] only dateTime
