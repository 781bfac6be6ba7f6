Invariant: sr-1
Description: "A service in the plan says its modality: give a category with a coding of ihrp-modality (psychotherapy, complementary, mutual-aid and so on)."
Severity: #error
Expression: "category.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-modality')"
