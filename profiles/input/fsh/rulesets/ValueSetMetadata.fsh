RuleSet: ValueSetMetadata
* ^publisher = "Many Paths"
* ^experimental = false
