Instance: ihrp-stage
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-stage"
Description: "Finds stages of change by their value, past and present: Observation?stage=preparation. For those which hold now use stage-current."
* insert SearchMetadata(ihrp-stage)
* name = "IhrpStage"
* description = "Finds stages of change by their value, past and present: Observation?stage=preparation. For those which hold now use stage-current."
* code = #stage
* base[0] = #Observation
* type = #token
* expression = "Observation.where(code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-observation' and code = 'stage-of-change')).value.ofType(CodeableConcept)"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
