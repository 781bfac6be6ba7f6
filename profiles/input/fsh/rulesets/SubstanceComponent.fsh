RuleSet: SubstanceComponent
* component[substance].code = $part#substance
* component[substance].code MS
* component[substance].value[x] 1..1 MS
* component[substance].value[x] only CodeableConcept
* component[substance].valueCodeableConcept from IhrpSubstanceValues (extensible)
* component[substance] ^short = "The substance: class coding and, where known, the specific coding in one concept"
