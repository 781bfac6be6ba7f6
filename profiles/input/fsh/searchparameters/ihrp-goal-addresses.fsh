Instance: ihrp-goal-addresses
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-goal-addresses"
Description: "Finds goals by the condition, observation or request they address. As in FHIR R5."
* insert SearchMetadata(ihrp-goal-addresses)
* name = "IhrpGoalAddresses"
* description = "Finds goals by the condition, observation or request they address. As in FHIR R5."
* code = #addresses
* base[0] = #Goal
* type = #reference
* expression = "Goal.addresses"
* multipleOr = true
* multipleAnd = true
* target[0] = #Condition
* target[1] = #Observation
* target[2] = #MedicationStatement
* target[3] = #NutritionOrder
* target[4] = #ServiceRequest
* target[5] = #RiskAssessment
* modifier[0] = #missing
* modifier[1] = #type
* modifier[2] = #identifier
