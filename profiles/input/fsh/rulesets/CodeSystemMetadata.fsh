RuleSet: CodeSystemMetadata
* ^publisher = "Many Paths"
* ^experimental = false
* ^caseSensitive = true
