Invariant: hc-1
Description: "Each section of a handoff has entries or says why there are none (emptyReason); only 'what travels' may be text alone."
Severity: #error
Expression: "section.where(code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-handoff-section' and code != 'what-travels' and code != 'reason')).all(entry.exists() or section.exists() or emptyReason.exists())"
