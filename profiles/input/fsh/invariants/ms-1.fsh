Invariant: ms-1
Description: "A stance on a medicine is the person's own: the person should be among the performers."
Severity: #warning
Expression: "performer.exists($this.reference.startsWith('urn:uuid:') or $this.reference.contains('Patient/') or $this.type = 'Patient')"
