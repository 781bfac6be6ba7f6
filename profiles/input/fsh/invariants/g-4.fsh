Invariant: g-4
Description: "A goal that is still undecided has no target: choose a direction first, or leave the target out."
Severity: #error
Expression: "category.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-goal-spectrum' and code = 'undecided') implies target.empty()"
