Profile: IhrpAmbivalence
Parent: Observation
Id: ihrp-ambivalence
Title: "Ambivalence"
Description: "Both sides of the person's mind about use and about change, in their own words, and how the two sides weigh. Ambivalence is welcome; nothing here asks to resolve it."
* insert PersonObservation
* obeys am-1
* code = $observation#ambivalence
* focus MS
* value[x] MS
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpAmbivalenceValues (required)
* value[x] ^short = "How the two sides weigh"
* insert ComponentSlicing
* component contains
    substance 0..1 MS and
    goodOfUse 0..* MS and
    hardOfUse 0..* MS and
    goodOfChange 0..* MS and
    hardOfChange 0..* MS
* insert SubstanceComponent
* insert WordsComponent(goodOfUse, $part#good-of-use, "What speaks for using as now")
* insert WordsComponent(hardOfUse, $part#hard-of-use, "What speaks against using as now")
* insert WordsComponent(goodOfChange, $part#good-of-change, "What speaks for change")
* insert WordsComponent(hardOfChange, $part#hard-of-change, "What speaks against change")
