Instance: ihrp-substance-stage-current
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-substance-stage-current"
Description: "Finds who is now in a stage for a substance: Observation?substance-stage-current=alcohol$preparation. History is not matched."
* insert SearchMetadata(ihrp-substance-stage-current)
* name = "IhrpSubstanceStageCurrent"
* description = "Finds who is now in a stage for a substance: Observation?substance-stage-current=alcohol$preparation. History is not matched."
* code = #substance-stage-current
* base[0] = #Observation
* type = #composite
* expression = "Observation"
* multipleOr = true
* multipleAnd = true
* component[0].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-substance"
* component[0].expression = "Observation.component.where(code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-assessment-part' and code = 'substance')).value.ofType(CodeableConcept)"
* component[1].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-stage-current"
* component[1].expression = "value.ofType(CodeableConcept)"
