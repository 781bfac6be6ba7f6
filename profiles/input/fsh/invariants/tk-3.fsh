Invariant: tk-3
Description: "An accepted handoff has an owner."
Severity: #error
Expression: "(status in ('accepted' | 'in-progress' | 'completed')) implies owner.exists()"
