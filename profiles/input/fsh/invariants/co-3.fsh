Invariant: co-3
Description: "For an intermediary, name its participants or the class of them."
Severity: #error
Expression: "extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-intermediary').all(extension.where(url = 'participant' or url = 'participantClass').exists())"
