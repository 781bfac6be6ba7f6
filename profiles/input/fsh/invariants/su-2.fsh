Invariant: su-2
Description: "The last use cannot lie after the time at which it was told."
Severity: #error
Expression: "component.where(code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-observation' and code = 'last-use')).value.ofType(dateTime).where($this > (%resource.effective.ofType(dateTime) | %resource.effective.ofType(Period).end)).empty()"
