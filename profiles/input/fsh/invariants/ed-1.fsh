Invariant: ed-1
Description: "Education should tell its outcome or the reason why it was not given."
Severity: #warning
Expression: "outcome.exists() or statusReason.exists() or extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-teach-back').exists()"
