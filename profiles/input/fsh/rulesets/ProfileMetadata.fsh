RuleSet: ProfileMetadata
* ^publisher = "Many Paths"
* ^experimental = false
