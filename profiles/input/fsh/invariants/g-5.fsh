Invariant: g-5
Description: "A goal has one direction about use at most: make one goal for each direction."
Severity: #error
Expression: "category.coding.where(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-goal-spectrum').count() <= 1"
