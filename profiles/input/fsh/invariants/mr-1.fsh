Invariant: mr-1
Description: "An order for a medicine names who orders it (requester)."
Severity: #error
Expression: "(intent in ('order' | 'original-order' | 'reflex-order' | 'filler-order' | 'instance-order')) implies requester.exists()"
