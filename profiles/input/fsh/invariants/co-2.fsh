Invariant: co-2
Description: "A consent is found by its category: LOINC 59284-0 (patient consent) or 64292-6 (release of information), or INFA of the HL7 act codes."
Severity: #error
Expression: "category.coding.exists((system = 'http://loinc.org' and (code = '59284-0' or code = '64292-6')) or (system = 'http://terminology.hl7.org/CodeSystem/v3-ActCode' and code = 'INFA'))"
