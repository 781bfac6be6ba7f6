Invariant: al-1
Description: "A rating of the alliance says whose it is: give a performer or the component 'rater'."
Severity: #error
Expression: "performer.exists() or component.where(code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-assessment-part' and code = 'rater')).exists()"
