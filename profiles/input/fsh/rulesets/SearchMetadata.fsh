RuleSet: SearchMetadata(code)
* url = "https://w3id.org/manypaths/fhir/SearchParameter/{code}"
* insert InstanceMetadata
