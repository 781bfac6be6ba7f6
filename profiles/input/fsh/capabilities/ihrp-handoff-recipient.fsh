Instance: ihrp-handoff-recipient
InstanceOf: CapabilityStatement
Usage: #definition
Title: "Recipient of a handoff"
Description: "What the side does that takes a plan over and has a FHIR server: it receives the document, answers the task and tells when the person has arrived. It states requirements; what a running server offers is in its own capability statement."
* url = "https://w3id.org/manypaths/fhir/CapabilityStatement/ihrp-handoff-recipient"
* insert InstanceMetadata
* name = "IhrpHandoffRecipientRequirements"
* title = "Recipient of a handoff"
* description = "What the side does that takes a plan over and has a FHIR server: it receives the document, answers the task and tells when the person has arrived. It states requirements; what a running server offers is in its own capability statement."
* date = "2026-11-22"
* kind = #requirements
* fhirVersion = #4.0.1
* format[0] = #json
* format[1] = #xml
* rest.mode = #server
* rest.documentation = "What the side does that takes a plan over and has a FHIR server: it receives the document, answers the task and tells when the person has arrived."
* rest.resource[0].type = #Task
* rest.resource[0].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-handoff-task"
* rest.resource[0].interaction[0].code = #read
* rest.resource[0].interaction[1].code = #search-type
* rest.resource[0].interaction[2].code = #create
* rest.resource[0].interaction[3].code = #update
* rest.resource[0].searchParam[0].name = "input"
* rest.resource[0].searchParam[0].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-task-input"
* rest.resource[0].searchParam[0].type = #reference
* rest.resource[0].searchParam[1].name = "output"
* rest.resource[0].searchParam[1].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-task-output"
* rest.resource[0].searchParam[1].type = #reference
* rest.resource[1].type = #ServiceRequest
* rest.resource[1].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-transition-request"
* rest.resource[1].interaction[0].code = #read
* rest.resource[1].interaction[1].code = #search-type
* rest.resource[2].type = #DocumentReference
* rest.resource[2].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-handoff-document-reference"
* rest.resource[2].interaction[0].code = #read
* rest.resource[2].interaction[1].code = #search-type
* rest.resource[2].interaction[2].code = #create
* rest.resource[3].type = #Appointment
* rest.resource[3].interaction[0].code = #read
* rest.resource[3].interaction[1].code = #search-type
* rest.resource[3].interaction[2].code = #create
* rest.operation[0].name = "receive-handoff"
* rest.operation[0].definition = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-receive-handoff"
* rest.operation[0].documentation = "Takes the document of a handoff."
