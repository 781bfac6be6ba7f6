Instance: ihrp-handoff-recipient-light
InstanceOf: CapabilityStatement
Usage: #definition
Title: "Recipient of a handoff without a server"
Description: "What the side does that takes a plan over and has no FHIR server: it reads the document and updates the task on the server of the source. It states requirements; what a running server offers is in its own capability statement."
* url = "https://w3id.org/manypaths/fhir/CapabilityStatement/ihrp-handoff-recipient-light"
* insert InstanceMetadata
* name = "IhrpHandoffRecipientLightRequirements"
* title = "Recipient of a handoff without a server"
* description = "What the side does that takes a plan over and has no FHIR server: it reads the document and updates the task on the server of the source. It states requirements; what a running server offers is in its own capability statement."
* date = "2026-11-22"
* kind = #requirements
* fhirVersion = #4.0.1
* format[0] = #json
* format[1] = #xml
* rest.mode = #client
* rest.documentation = "What the side does that takes a plan over and has no FHIR server: it reads the document and updates the task on the server of the source."
* rest.resource[0].type = #Task
* rest.resource[0].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-handoff-task"
* rest.resource[0].interaction[0].code = #read
* rest.resource[0].interaction[1].code = #search-type
* rest.resource[0].interaction[2].code = #update
* rest.resource[0].searchParam[0].name = "input"
* rest.resource[0].searchParam[0].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-task-input"
* rest.resource[0].searchParam[0].type = #reference
* rest.resource[0].searchParam[1].name = "output"
* rest.resource[0].searchParam[1].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-task-output"
* rest.resource[0].searchParam[1].type = #reference
* rest.resource[1].type = #DocumentReference
* rest.resource[1].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-handoff-document-reference"
* rest.resource[1].interaction[0].code = #read
* rest.resource[2].type = #ServiceRequest
* rest.resource[2].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-transition-request"
* rest.resource[2].interaction[0].code = #read
