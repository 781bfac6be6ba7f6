Invariant: soc-2
Description: "A stage of change has a value, or a data absent reason that says why there is none."
Severity: #error
Expression: "value.exists() or dataAbsentReason.exists()"
