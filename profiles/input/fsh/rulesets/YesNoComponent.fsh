RuleSet: YesNoComponent(slice, code, short)
* component[{slice}].code = {code}
* component[{slice}].value[x] only boolean
* component[{slice}] ^short = {short}
