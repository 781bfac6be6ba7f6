RuleSet: HandoffSection(slice, code, cardinality)
* section contains {slice} {cardinality} MS
* section[{slice}].title 1..1 MS
* section[{slice}].code 1..1 MS
* section[{slice}].code = $handoffSection#{code}
* section[{slice}].text 1..1 MS
* section[{slice}].entry MS
* section[{slice}].emptyReason MS
* section[{slice}].emptyReason from IhrpEmptyReasonValues (preferred)
