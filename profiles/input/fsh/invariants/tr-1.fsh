Invariant: tr-1
Description: "A transition is asked of an organization: a performer should be an Organization or a service of one."
Severity: #warning
Expression: "performer.exists($this.reference.startsWith('urn:uuid:') or $this.reference.contains('Organization/') or $this.reference.contains('HealthcareService/') or $this.type in ('Organization' | 'HealthcareService'))"
