Invariant: pr-1
Description: "What was done or is being done says when (performed). What was offered and declined needs no time."
Severity: #error
Expression: "(status = 'completed' or status = 'in-progress') implies performed.exists()"
