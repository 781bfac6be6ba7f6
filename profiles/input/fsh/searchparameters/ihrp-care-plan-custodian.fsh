Instance: ihrp-care-plan-custodian
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-care-plan-custodian"
Description: "Finds plans by the organization that keeps them, by our extension or that of FHIR R5."
* insert SearchMetadata(ihrp-care-plan-custodian)
* name = "IhrpCarePlanCustodian"
* description = "Finds plans by the organization that keeps them, by our extension or that of FHIR R5."
* code = #custodian
* base[0] = #CarePlan
* type = #reference
* expression = "CarePlan.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-custodian').value.ofType(Reference) | CarePlan.extension.where(url = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-CarePlan.custodian').value.ofType(Reference)"
* multipleOr = true
* multipleAnd = true
* target[0] = #Organization
* target[1] = #PractitionerRole
* target[2] = #CareTeam
* modifier[0] = #missing
* modifier[1] = #type
* modifier[2] = #identifier
