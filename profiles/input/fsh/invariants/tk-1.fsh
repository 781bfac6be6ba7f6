Invariant: tk-1
Description: "A handoff that is rejected, cancelled or on hold says why (statusReason.text)."
Severity: #error
Expression: "(status in ('rejected' | 'cancelled' | 'on-hold')) implies statusReason.text.exists()"
