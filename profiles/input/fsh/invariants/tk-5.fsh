Invariant: tk-5
Description: "From requested on, a handoff carries its document (input 'document')."
Severity: #warning
Expression: "(status in ('requested' | 'received' | 'accepted' | 'in-progress' | 'completed')) implies input.exists(type.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-handoff-part' and code = 'document'))"
