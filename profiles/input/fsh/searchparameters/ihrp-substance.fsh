Instance: ihrp-substance
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-substance"
Description: "Finds what is about one substance (or behaviour): Observation?substance=opioids. A search by the class finds the single substances that carry the class as a second coding."
* insert SearchMetadata(ihrp-substance)
* name = "IhrpSubstance"
* description = "Finds what is about one substance (or behaviour): Observation?substance=opioids. A search by the class finds the single substances that carry the class as a second coding."
* code = #substance
* base[0] = #Observation
* base[1] = #Goal
* base[2] = #ServiceRequest
* base[3] = #MedicationRequest
* base[4] = #Condition
* type = #token
* expression = "Observation.component.where(code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-assessment-part' and code = 'substance')).value.ofType(CodeableConcept) | Observation.component.where(code.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-assessment-part' and code = 'behaviour')).value.ofType(CodeableConcept) | Goal.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-substance').value.ofType(CodeableConcept) | ServiceRequest.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-substance').value.ofType(CodeableConcept) | MedicationRequest.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-substance').value.ofType(CodeableConcept) | Condition.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-substance').value.ofType(CodeableConcept)"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
