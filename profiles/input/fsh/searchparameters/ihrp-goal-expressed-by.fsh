Instance: ihrp-goal-expressed-by
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-goal-expressed-by"
Description: "Finds goals by whose goal it is."
* insert SearchMetadata(ihrp-goal-expressed-by)
* name = "IhrpGoalExpressedBy"
* description = "Finds goals by whose goal it is."
* code = #expressed-by
* base[0] = #Goal
* type = #reference
* expression = "Goal.expressedBy"
* multipleOr = true
* multipleAnd = true
* target[0] = #Patient
* target[1] = #RelatedPerson
* target[2] = #Practitioner
* target[3] = #PractitionerRole
* modifier[0] = #missing
* modifier[1] = #type
* modifier[2] = #identifier
