Instance: ihrp-need-without-alternative
InstanceOf: OperationDefinition
Usage: #definition
Title: "Find needs with no alternative yet"
Description: "A named query: Observation?_query=need-without-alternative&patient=Patient/1 finds the meanings of a person's use that no goal, service, medicine or skill serves yet. Parameters of a search cannot say that something is not there, so the query has a name. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-need-without-alternative"
* insert InstanceMetadata
* name = "IhrpNeedWithoutAlternative"
* title = "Find needs with no alternative yet"
* description = "A named query: Observation?_query=need-without-alternative&patient=Patient/1 finds the meanings of a person's use that no goal, service, medicine or skill serves yet. Parameters of a search cannot say that something is not there, so the query has a name. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* kind = #query
* affectsState = false
* code = #need-without-alternative
* resource[0] = #Observation
* system = false
* type = true
* instance = false
* parameter[0].name = #patient
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "The person."
* parameter[0].type = #string
* parameter[0].searchType = #reference
* parameter[1].name = #return
* parameter[1].use = #out
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].documentation = "The meanings (ihrp-function-of-use). What was given up, rejected or stopped serves nothing; a meaning told in words alone is always among them, for whether two sentences mean the same is for people to say."
* parameter[1].type = #Bundle
