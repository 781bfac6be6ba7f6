Instance: ihrp-goal-description
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-goal-description"
Description: "Finds goals by the coded description, or by its words with description:text. As US Core asks."
* insert SearchMetadata(ihrp-goal-description)
* name = "IhrpGoalDescription"
* description = "Finds goals by the coded description, or by its words with description:text. As US Core asks."
* code = #description
* base[0] = #Goal
* type = #token
* expression = "Goal.description"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
