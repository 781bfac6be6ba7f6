Invariant: rtu-2
Description: "A return-to-use plan should name a contact (a step of the kind 'contact')."
Severity: #warning
Expression: "activity.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-return-to-use-step').extension.where(url = 'kind').value.coding.exists(code = 'contact')"
