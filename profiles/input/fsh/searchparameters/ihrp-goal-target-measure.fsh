Instance: ihrp-goal-target-measure
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-goal-target-measure"
Description: "Finds goals by what their target measures. As in FHIR R5."
* insert SearchMetadata(ihrp-goal-target-measure)
* name = "IhrpGoalTargetMeasure"
* description = "Finds goals by what their target measures. As in FHIR R5."
* code = #target-measure
* base[0] = #Goal
* type = #token
* expression = "Goal.target.measure"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
