Instance: ihrp-substance-profile
InstanceOf: OperationDefinition
Usage: #definition
Title: "Tell one person substance by substance"
Description: "Answers, for each substance, the latest use, the stage of change with its history, readiness, goals, medicine and stance. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-substance-profile"
* insert InstanceMetadata
* name = "IhrpSubstanceProfile"
* title = "Tell one person substance by substance"
* description = "Answers, for each substance, the latest use, the stage of change with its history, readiness, goals, medicine and stance. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* kind = #operation
* affectsState = false
* code = #substance-profile
* resource[0] = #Patient
* system = false
* type = false
* instance = true
* parameter[0].name = #substance
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "*"
* parameter[0].type = #Coding
* parameter[0].documentation = "Only these substances."
* parameter[1].name = #as-of
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].type = #dateTime
* parameter[1].documentation = "The moment at which it is told; now, unless given."
* parameter[2].name = #return
* parameter[2].use = #out
* parameter[2].min = 1
* parameter[2].max = "1"
* parameter[2].type = #Parameters
* parameter[2].documentation = "One part for each substance."
