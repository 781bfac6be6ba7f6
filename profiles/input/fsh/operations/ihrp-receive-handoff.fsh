Instance: ihrp-receive-handoff
InstanceOf: OperationDefinition
Usage: #definition
Title: "Receive a handoff"
Description: "Takes a handoff document from another system, validates it, stores it once however often it comes, opens a task and answers what was understood. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-receive-handoff"
* insert InstanceMetadata
* name = "IhrpReceiveHandoff"
* title = "Receive a handoff"
* description = "Takes a handoff document from another system, validates it, stores it once however often it comes, opens a task and answers what was understood. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* kind = #operation
* affectsState = true
* code = #receive-handoff
* system = true
* type = false
* instance = false
* parameter[0].name = #document
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].type = #Bundle
* parameter[0].documentation = "The document bundle."
* parameter[1].name = #understood
* parameter[1].use = #out
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].type = #OperationOutcome
* parameter[1].documentation = "What was understood and what was not."
* parameter[2].name = #task
* parameter[2].use = #out
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].type = #Reference
* parameter[2].documentation = "The task of the handoff."
* parameter[3].name = #document-reference
* parameter[3].use = #out
* parameter[3].min = 0
* parameter[3].max = "1"
* parameter[3].type = #Reference
* parameter[3].documentation = "Where the document is kept."
