Instance: ihrp-contributes-to-use
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-contributes-to-use"
Description: "Finds conditions that contribute to a substance use condition."
* insert SearchMetadata(ihrp-contributes-to-use)
* name = "IhrpContributesToUse"
* description = "Finds conditions that contribute to a substance use condition."
* code = #contributes-to-use
* base[0] = #Condition
* type = #reference
* expression = "Condition.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-contributes-to-use').value.ofType(Reference)"
* multipleOr = true
* multipleAnd = true
* target[0] = #Condition
* modifier[0] = #missing
* modifier[1] = #type
* modifier[2] = #identifier
