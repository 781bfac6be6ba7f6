Invariant: g-3
Description: "The description of a goal should hold the person's own words as text."
Severity: #warning
Expression: "description.text.exists()"
