Invariant: ep-1
Description: "A finished episode should say why it ended (extension ihrp-end-reason)."
Severity: #warning
Expression: "status = 'finished' implies extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-end-reason').exists()"
