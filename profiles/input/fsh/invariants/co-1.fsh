Invariant: co-1
Description: "An active consent names a recipient (actor with role IRCP or PRCP), a class of recipients or an intermediary."
Severity: #error
Expression: "status = 'active' implies (provision.actor.exists(role.coding.exists(code = 'IRCP' or code = 'PRCP')) or provision.provision.actor.exists(role.coding.exists(code = 'IRCP' or code = 'PRCP')) or extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-recipient-class').exists() or extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-intermediary').exists())"
