Instance: ihrp-care-plan-agreement
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-care-plan-agreement"
Description: "Finds plans by what the person says to them: CarePlan?agreement=agreed."
* insert SearchMetadata(ihrp-care-plan-agreement)
* name = "IhrpCarePlanAgreement"
* description = "Finds plans by what the person says to them: CarePlan?agreement=agreed."
* code = #agreement
* base[0] = #CarePlan
* type = #token
* expression = "CarePlan.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-plan-agreement').extension.where(url = 'status').value"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
