Invariant: mdp-1
Description: "A completed dispense says when the medicine was handed over."
Severity: #error
Expression: "status = 'completed' implies whenHandedOver.exists()"
