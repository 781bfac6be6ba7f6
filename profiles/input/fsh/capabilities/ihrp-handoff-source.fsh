Instance: ihrp-handoff-source
InstanceOf: CapabilityStatement
Usage: #definition
Title: "Source of a handoff"
Description: "What the side does that hands a plan over: it composes the document, asks for the transition and follows the task until the person has arrived. It states requirements; what a running server offers is in its own capability statement."
* url = "https://w3id.org/manypaths/fhir/CapabilityStatement/ihrp-handoff-source"
* insert InstanceMetadata
* name = "IhrpHandoffSourceRequirements"
* title = "Source of a handoff"
* description = "What the side does that hands a plan over: it composes the document, asks for the transition and follows the task until the person has arrived. It states requirements; what a running server offers is in its own capability statement."
* date = "2026-11-22"
* kind = #requirements
* fhirVersion = #4.0.1
* format[0] = #json
* format[1] = #xml
* rest.mode = #server
* rest.documentation = "What the side does that hands a plan over: it composes the document, asks for the transition and follows the task until the person has arrived."
* rest.resource[0].type = #CarePlan
* rest.resource[0].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-care-plan"
* rest.resource[0].interaction[0].code = #read
* rest.resource[0].interaction[1].code = #search-type
* rest.resource[1].type = #ServiceRequest
* rest.resource[1].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-transition-request"
* rest.resource[1].interaction[0].code = #read
* rest.resource[1].interaction[1].code = #search-type
* rest.resource[2].type = #Task
* rest.resource[2].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-handoff-task"
* rest.resource[2].interaction[0].code = #read
* rest.resource[2].interaction[1].code = #search-type
* rest.resource[2].interaction[2].code = #update
* rest.resource[2].searchParam[0].name = "input"
* rest.resource[2].searchParam[0].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-task-input"
* rest.resource[2].searchParam[0].type = #reference
* rest.resource[2].searchParam[1].name = "output"
* rest.resource[2].searchParam[1].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-task-output"
* rest.resource[2].searchParam[1].type = #reference
* rest.resource[3].type = #DocumentReference
* rest.resource[3].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-handoff-document-reference"
* rest.resource[3].interaction[0].code = #read
* rest.resource[3].interaction[1].code = #search-type
* rest.resource[4].type = #Consent
* rest.resource[4].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-consent"
* rest.resource[4].interaction[0].code = #read
* rest.resource[0].operation[0].name = "handoff"
* rest.resource[0].operation[0].definition = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-handoff"
* rest.resource[0].operation[0].documentation = "Hands the plan over."
