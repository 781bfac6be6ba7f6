Invariant: rd-1
Description: "Ratings on a readiness ruler lie between 0 and 10."
Severity: #error
Expression: "value.ofType(Quantity).all(value >= 0 and value <= 10) and component.value.ofType(Quantity).all(value >= 0 and value <= 10)"
