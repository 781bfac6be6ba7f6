Invariant: hc-2
Description: "The consent on which a handoff rests and the notice of protection come together: both, or neither."
Severity: #error
Expression: "extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-consent-scope').exists() = extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-redisclosure-notice').exists()"
