Instance: ihrp-goal-direction
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-goal-direction"
Description: "Finds goals by the direction about use: Goal?goal-direction=safer-use,moderation."
* insert SearchMetadata(ihrp-goal-direction)
* name = "IhrpGoalDirection"
* description = "Finds goals by the direction about use: Goal?goal-direction=safer-use,moderation."
* code = #goal-direction
* base[0] = #Goal
* type = #token
* expression = "Goal.category.coding.where(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-goal-spectrum')"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
