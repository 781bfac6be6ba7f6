Invariant: rd-2
Description: "Readiness is readiness for something: give the focus (a goal, say) or the substance."
Severity: #error
Expression: "focus.exists() or component.where(code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-assessment-part' and code = 'substance')).exists()"
