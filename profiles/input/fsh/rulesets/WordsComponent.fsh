RuleSet: WordsComponent(slice, code, short)
* component[{slice}].code = {code}
* component[{slice}].value[x] only string
* component[{slice}] ^short = {short}
