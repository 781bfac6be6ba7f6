Instance: ihrp-pertains-to-goal
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-pertains-to-goal"
Description: "Finds what is done for a goal: ServiceRequest?pertains-to-goal=Goal/1."
* insert SearchMetadata(ihrp-pertains-to-goal)
* name = "IhrpPertainsToGoal"
* description = "Finds what is done for a goal: ServiceRequest?pertains-to-goal=Goal/1."
* code = #pertains-to-goal
* base[0] = #ServiceRequest
* base[1] = #MedicationRequest
* base[2] = #Procedure
* base[3] = #Observation
* type = #reference
* expression = "ServiceRequest.extension.where(url = 'http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal').value.ofType(Reference) | MedicationRequest.extension.where(url = 'http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal').value.ofType(Reference) | Procedure.extension.where(url = 'http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal').value.ofType(Reference) | Observation.extension.where(url = 'http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal').value.ofType(Reference)"
* multipleOr = true
* multipleAnd = true
* target[0] = #Goal
* modifier[0] = #missing
* modifier[1] = #type
* modifier[2] = #identifier
