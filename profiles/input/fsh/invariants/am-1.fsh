Invariant: am-1
Description: "An ambivalence tells at least one side: good or hard sides of use or of change, in the person's words."
Severity: #error
Expression: "component.where(code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-assessment-part' and (code in ('good-of-use' | 'hard-of-use' | 'good-of-change' | 'hard-of-change')))).exists()"
