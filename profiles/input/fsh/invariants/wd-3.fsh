Invariant: wd-3
Description: "A withdrawal score has a value, members or parts, or a data absent reason (an unfinished score is welcome)."
Severity: #error
Expression: "value.exists() or dataAbsentReason.exists() or hasMember.exists() or component.exists()"
