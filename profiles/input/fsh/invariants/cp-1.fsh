Invariant: cp-1
Description: "A plan should rest on at least one goal or on a recorded agreement by the person."
Severity: #warning
Expression: "goal.exists() or extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-plan-agreement').exists()"
