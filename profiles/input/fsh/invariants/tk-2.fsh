Invariant: tk-2
Description: "A completed handoff says what came of it (output)."
Severity: #error
Expression: "status = 'completed' implies output.exists()"
