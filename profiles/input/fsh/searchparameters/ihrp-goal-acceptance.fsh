Instance: ihrp-goal-acceptance
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-goal-acceptance"
Description: "Finds goals by how far somebody accepts them: Goal?acceptance=agree."
* insert SearchMetadata(ihrp-goal-acceptance)
* name = "IhrpGoalAcceptance"
* description = "Finds goals by how far somebody accepts them: Goal?acceptance=agree."
* code = #acceptance
* base[0] = #Goal
* type = #token
* expression = "Goal.extension.where(url = 'http://hl7.org/fhir/StructureDefinition/goal-acceptance').extension.where(url = 'status').value"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
