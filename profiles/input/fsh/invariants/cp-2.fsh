Invariant: cp-2
Description: "An active plan should say what the person says to it (extension ihrp-plan-agreement)."
Severity: #warning
Expression: "status = 'active' implies extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-plan-agreement').exists()"
