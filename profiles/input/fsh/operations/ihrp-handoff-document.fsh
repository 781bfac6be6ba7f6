Instance: ihrp-handoff-document
InstanceOf: OperationDefinition
Usage: #definition
Title: "Get the document of a handoff"
Description: "Gives the document that was filed with a handoff Task to its sides and to the person, unchanged, as far as every record in it may go to the caller at this moment; otherwise it does not go at all. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-handoff-document"
* insert InstanceMetadata
* name = "IhrpHandoffDocument"
* title = "Get the document of a handoff"
* description = "Gives the document that was filed with a handoff Task to its sides and to the person, unchanged, as far as every record in it may go to the caller at this moment; otherwise it does not go at all. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* kind = #operation
* affectsState = false
* code = #handoff-document
* resource[0] = #Task
* system = false
* type = false
* instance = true
* parameter[0].name = #return
* parameter[0].use = #out
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].type = #Bundle
* parameter[0].documentation = "The document as it was signed off; with Accept text/html or application/pdf a page to read."
