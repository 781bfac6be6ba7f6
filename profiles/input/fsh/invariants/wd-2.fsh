Invariant: wd-2
Description: "A withdrawal score should tell the time of day: withdrawal changes within hours."
Severity: #warning
Expression: "effective.ofType(dateTime).exists() implies effective.ofType(dateTime).toString().length() > 10"
