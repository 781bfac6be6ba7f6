Invariant: g-1
Description: "A goal should be the person's own: expressedBy should be the person or a close person (Patient or RelatedPerson)."
Severity: #warning
Expression: "expressedBy.exists() and (expressedBy.reference.empty() or expressedBy.reference.startsWith('urn:uuid:') or expressedBy.reference.contains('Patient/') or expressedBy.reference.contains('RelatedPerson/'))"
