Invariant: or-1
Description: "A risk of overdose should say where tolerance stands and when the substance was last used (extension ihrp-overdose-basis)."
Severity: #warning
Expression: "extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-overdose-basis').exists(extension.where(url = 'tolerance').exists() and extension.where(url = 'lastUse').exists())"
