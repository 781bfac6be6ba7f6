Invariant: tk-4
Description: "A handoff never fails: a missed visit or a person not yet reached is a business status, and a handoff that ends otherwise is cancelled with its reason."
Severity: #error
Expression: "status != 'failed'"
