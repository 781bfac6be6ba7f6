Instance: ihrp-handoff
InstanceOf: OperationDefinition
Usage: #definition
Title: "Hand a plan over"
Description: "Makes the document that carries a plan to another place of care, and, when asked to persist, the transition request and the task of the handoff. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-handoff"
* insert InstanceMetadata
* name = "IhrpHandoff"
* title = "Hand a plan over"
* description = "Makes the document that carries a plan to another place of care, and, when asked to persist, the transition request and the task of the handoff. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* kind = #operation
* affectsState = true
* code = #handoff
* resource[0] = #CarePlan
* system = false
* type = false
* instance = true
* parameter[0].name = #recipient
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].type = #Reference
* parameter[0].documentation = "The organization that takes over."
* parameter[1].name = #purpose
* parameter[1].use = #in
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].type = #code
* parameter[1].documentation = "Purpose of use, such as TREAT."
* parameter[2].name = #consent
* parameter[2].use = #in
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].type = #Reference
* parameter[2].documentation = "The consent on which the handoff rests."
* parameter[3].name = #as-of
* parameter[3].use = #in
* parameter[3].min = 0
* parameter[3].max = "1"
* parameter[3].type = #dateTime
* parameter[3].documentation = "The moment at which the plan is told; now, unless given."
* parameter[4].name = #persist
* parameter[4].use = #in
* parameter[4].min = 0
* parameter[4].max = "1"
* parameter[4].type = #boolean
* parameter[4].documentation = "Whether the document, the request and the task are stored."
* parameter[5].name = #return
* parameter[5].use = #out
* parameter[5].min = 1
* parameter[5].max = "1"
* parameter[5].type = #Bundle
* parameter[5].documentation = "The document bundle (ihrp-handoff-bundle)."
