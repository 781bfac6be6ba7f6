RuleSet: ScoreComponent(slice, code, short)
* component[{slice}].code = {code}
* component[{slice}].value[x] only Quantity
* component[{slice}].valueQuantity = $ucum#{score}
* component[{slice}] ^short = {short}
