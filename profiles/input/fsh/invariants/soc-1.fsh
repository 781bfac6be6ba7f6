Invariant: soc-1
Description: "A stage of change is about exactly one substance or one behaviour: give one component 'substance' or one component 'behaviour', and one observation for each further one."
Severity: #error
Expression: "component.where(code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-assessment-part' and (code = 'substance' or code = 'behaviour'))).count() = 1"
