Invariant: wd-1
Description: "A withdrawal score lies within the range of its scale: COWS 0 to 48, CIWA-Ar 0 to 67."
Severity: #error
Expression: "value.ofType(Quantity).value.empty() or (value.ofType(Quantity).value >= 0 and (code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-observation' and code = 'cows-total') implies value.ofType(Quantity).value <= 48) and (code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-observation' and code = 'ciwa-ar-total') implies value.ofType(Quantity).value <= 67))"
