Instance: ihrp-care-team-role
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-care-team-role"
Description: "Finds care teams by the role of a member. As US Core asks."
* insert SearchMetadata(ihrp-care-team-role)
* name = "IhrpCareTeamRole"
* description = "Finds care teams by the role of a member. As US Core asks."
* code = #role
* base[0] = #CareTeam
* type = #token
* expression = "CareTeam.participant.role"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
