RuleSet: CodedComponent(slice, code, valueSet, short)
* component[{slice}].code = {code}
* component[{slice}].value[x] only CodeableConcept
* component[{slice}].valueCodeableConcept from {valueSet} (required)
* component[{slice}] ^short = {short}
