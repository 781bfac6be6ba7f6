RuleSet: CompliesWith(profile)
* ^extension[0].url = "http://hl7.org/fhir/StructureDefinition/structuredefinition-compliesWithProfile"
* ^extension[0].valueCanonical = "http://hl7.org/fhir/us/core/StructureDefinition/{profile}|8.0.0"
