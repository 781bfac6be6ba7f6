Instance: ihrp-amend
InstanceOf: OperationDefinition
Usage: #definition
Title: "Amend what is said of a person"
Description: "Attaches a correction, a disagreement or an addition by the person to a record about them. Nothing that others wrote is changed, and the amendment goes wherever the record goes. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-amend"
* insert InstanceMetadata
* name = "IhrpAmend"
* title = "Amend what is said of a person"
* description = "Attaches a correction, a disagreement or an addition by the person to a record about them. Nothing that others wrote is changed, and the amendment goes wherever the record goes. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* kind = #operation
* affectsState = true
* code = #amend
* resource[0] = #DomainResource
* system = false
* type = false
* instance = true
* parameter[0].name = #kind
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].type = #code
* parameter[0].documentation = "correction, disagreement or addition."
* parameter[1].name = #text
* parameter[1].use = #in
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].type = #string
* parameter[1].documentation = "What the person says."
* parameter[2].name = #return
* parameter[2].use = #out
* parameter[2].min = 1
* parameter[2].max = "1"
* parameter[2].type = #Any
* parameter[2].documentation = "The record with the amendment."
