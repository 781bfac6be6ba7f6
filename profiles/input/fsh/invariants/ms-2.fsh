Invariant: ms-2
Description: "A stance is a stance on some medicine: give the focus (the request) or the component 'medicine'."
Severity: #error
Expression: "focus.exists() or component.where(code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-assessment-part' and code = 'medicine')).exists()"
