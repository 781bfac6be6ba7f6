RuleSet: InstanceMetadata
* version = "0.1.0"
* status = #active
* experimental = false
* publisher = "Many Paths"
