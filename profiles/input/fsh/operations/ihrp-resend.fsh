Instance: ihrp-resend
InstanceOf: OperationDefinition
Usage: #definition
Title: "Send dead letters again"
Description: "Sends notifications of a subscription that were given up or withheld once more, with the same event ids. Only who subscribed and an operator may. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-resend"
* insert InstanceMetadata
* name = "IhrpResend"
* title = "Send dead letters again"
* description = "Sends notifications of a subscription that were given up or withheld once more, with the same event ids. Only who subscribed and an operator may. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* kind = #operation
* affectsState = true
* code = #resend
* resource[0] = #Subscription
* system = false
* type = false
* instance = true
* parameter[0].name = #event
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "*"
* parameter[0].type = #string
* parameter[0].documentation = "Only these events; all dead letters, unless given."
* parameter[1].name = #resent
* parameter[1].use = #out
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].type = #unsignedInt
* parameter[1].documentation = "How many wait to be sent again."
