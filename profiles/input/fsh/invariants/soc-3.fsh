Invariant: soc-3
Description: "It should be known who rated the stage: give a performer or the component 'rater'."
Severity: #warning
Expression: "performer.exists() or component.where(code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-assessment-part' and code = 'rater')).exists()"
