Invariant: sud-2
Description: "A substance use condition is listed as a problem or as a health concern: give the category problem-list-item or health-concern (others as well)."
Severity: #error
Expression: "category.coding.exists((system = 'http://terminology.hl7.org/CodeSystem/condition-category' and code = 'problem-list-item') or (system = 'http://hl7.org/fhir/us/core/CodeSystem/condition-category' and code = 'health-concern'))"
