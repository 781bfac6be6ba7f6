Instance: ihrp-substance-stage
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-substance-stage"
Description: "Finds stages of change of one substance: Observation?substance-stage=alcohol$preparation. Past stages match as well; for those which hold now use substance-stage-current."
* insert SearchMetadata(ihrp-substance-stage)
* name = "IhrpSubstanceStage"
* description = "Finds stages of change of one substance: Observation?substance-stage=alcohol$preparation. Past stages match as well; for those which hold now use substance-stage-current."
* code = #substance-stage
* base[0] = #Observation
* type = #composite
* expression = "Observation"
* multipleOr = true
* multipleAnd = true
* component[0].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-substance"
* component[0].expression = "Observation.component.where(code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-assessment-part' and code = 'substance')).value.ofType(CodeableConcept)"
* component[1].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-stage"
* component[1].expression = "value.ofType(CodeableConcept)"
