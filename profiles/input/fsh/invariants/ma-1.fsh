Invariant: ma-1
Description: "A dose that was given says how much was given (dosage.dose, or dosage.rate for a patch or a pump)."
Severity: #error
Expression: "status = 'completed' implies (dosage.dose.exists() or dosage.rate.exists())"
