Invariant: hb-1
Description: "A handoff that holds a consent says that it rests on it: its Composition carries the consent and the notice."
Severity: #error
Expression: "entry.resource.ofType(Consent).exists() implies entry.first().resource.ofType(Composition).extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-redisclosure-notice').exists()"
