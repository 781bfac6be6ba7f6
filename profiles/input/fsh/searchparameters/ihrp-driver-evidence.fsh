Instance: ihrp-driver-evidence
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-driver-evidence"
Description: "Finds meanings of use by the condition or observation that drives them: Observation?driver-evidence=Condition/ptsd."
* insert SearchMetadata(ihrp-driver-evidence)
* name = "IhrpDriverEvidence"
* description = "Finds meanings of use by the condition or observation that drives them: Observation?driver-evidence=Condition/ptsd."
* code = #driver-evidence
* base[0] = #Observation
* type = #reference
* expression = "Observation.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-driver').extension.where(url = 'evidence').value.ofType(Reference)"
* multipleOr = true
* multipleAnd = true
* target[0] = #Condition
* target[1] = #Observation
* modifier[0] = #missing
* modifier[1] = #type
* modifier[2] = #identifier
