Invariant: fu-1
Description: "A meaning of use is about exactly one substance: give one component 'substance', and one observation for each further substance."
Severity: #error
Expression: "component.where(code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-assessment-part' and code = 'substance')).count() = 1"
