RuleSet: ExtensionContext(type)
* ^context[+].type = #element
* ^context[=].expression = "{type}"
