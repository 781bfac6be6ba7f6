Invariant: ma-2
Description: "A dose that was given says when, to the minute: the next dose is reckoned from it."
Severity: #error
Expression: "status = 'completed' implies (effective.ofType(dateTime).exists(toString().length() > 10) or effective.ofType(Period).exists(start.toString().length() > 10))"
