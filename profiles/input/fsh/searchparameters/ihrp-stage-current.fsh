Instance: ihrp-stage-current
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-stage-current"
Description: "Finds the stages of change that hold now, one per person, substance, target direction and rater: Observation?stage-current=action. History is not matched."
* insert SearchMetadata(ihrp-stage-current)
* name = "IhrpStageCurrent"
* description = "Finds the stages of change that hold now, one per person, substance, target direction and rater: Observation?stage-current=action. History is not matched."
* code = #stage-current
* base[0] = #Observation
* type = #token
* expression = "Observation.where(code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-observation' and code = 'stage-of-change') and extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-standing').value = 'current').value.ofType(CodeableConcept)"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
