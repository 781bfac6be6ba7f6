Invariant: g-2
Description: "A goal whose direction concerns the use of a substance says which substance (extension ihrp-substance)."
Severity: #error
Expression: "category.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-goal-spectrum' and (code in ('safer-use' | 'safer-route' | 'reduced-quantity' | 'reduced-frequency' | 'moderation' | 'substitution' | 'situational-abstinence' | 'trial-abstinence' | 'abstinence-one' | 'abstinence-medication-supported'))) implies extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-substance').exists()"
