Instance: ihrp-serves-function
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-serves-function"
Description: "Finds goals, services, medicines and skills by the need they serve in place of use: ServiceRequest?serves-function=ease-grief. A need found as a meaning of use and not here has no alternative yet."
* insert SearchMetadata(ihrp-serves-function)
* name = "IhrpServesFunction"
* description = "Finds goals, services, medicines and skills by the need they serve in place of use: ServiceRequest?serves-function=ease-grief. A need found as a meaning of use and not here has no alternative yet."
* code = #serves-function
* base[0] = #Goal
* base[1] = #ServiceRequest
* base[2] = #MedicationRequest
* base[3] = #Observation
* type = #token
* expression = "Goal.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-serves-function').value.ofType(CodeableConcept) | ServiceRequest.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-serves-function').value.ofType(CodeableConcept) | MedicationRequest.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-serves-function').value.ofType(CodeableConcept) | Observation.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-serves-function').value.ofType(CodeableConcept)"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
