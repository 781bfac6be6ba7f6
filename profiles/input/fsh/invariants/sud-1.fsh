Invariant: sud-1
Description: "A condition has a clinical status, unless it was entered in error."
Severity: #error
Expression: "clinicalStatus.exists() or verificationStatus.coding.exists(system = 'http://terminology.hl7.org/CodeSystem/condition-ver-status' and code = 'entered-in-error')"
