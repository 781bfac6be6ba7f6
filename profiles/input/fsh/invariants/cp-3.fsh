Invariant: cp-3
Description: "An active integrative plan should join more than one activity."
Severity: #warning
Expression: "status = 'active' implies activity.reference.count() > 1"
