Invariant: ct-1
Description: "The person should be a member of their own care team."
Severity: #warning
Expression: "participant.member.exists($this.reference.startsWith('urn:uuid:') or $this.reference.contains('Patient/') or $this.type = 'Patient')"
