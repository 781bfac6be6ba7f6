Instance: ihrp-revoke
InstanceOf: OperationDefinition
Usage: #definition
Title: "Take a consent back"
Description: "Ends a consent from now on (42 CFR 2.31(a)(6)). The person does so, or the organization that holds it on their word. What was told before stays told; the next request, page, export and delivery go by it no more. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-revoke"
* insert InstanceMetadata
* name = "IhrpRevoke"
* title = "Take a consent back"
* description = "Ends a consent from now on (42 CFR 2.31(a)(6)). The person does so, or the organization that holds it on their word. What was told before stays told; the next request, page, export and delivery go by it no more. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* kind = #operation
* affectsState = true
* code = #revoke
* resource[0] = #Consent
* system = false
* type = false
* instance = true
* parameter[0].name = #by
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "1"
* parameter[0].type = #Reference
* parameter[0].documentation = "Who wrote it down; the person, unless given."
* parameter[1].name = #words
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].type = #string
* parameter[1].documentation = "What the person said or wrote."
* parameter[2].name = #came
* parameter[2].use = #in
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].type = #dateTime
* parameter[2].documentation = "When the event came with which the consent ends by itself, or the treatment ended (42 CFR 2.31(a)(7)); without it the person takes the consent back."
* parameter[3].name = #consent
* parameter[3].use = #out
* parameter[3].min = 1
* parameter[3].max = "1"
* parameter[3].type = #Reference
* parameter[3].documentation = "The consent."
* parameter[4].name = #state
* parameter[4].use = #out
* parameter[4].min = 1
* parameter[4].max = "1"
* parameter[4].type = #code
* parameter[4].documentation = "in-force, expired, revoked, unsigned, deficient or false."
* parameter[5].name = #sentence
* parameter[5].use = #out
* parameter[5].min = 1
* parameter[5].max = "*"
* parameter[5].type = #string
* parameter[5].documentation = "What it does, in plain words."
* parameter[6].name = #missing
* parameter[6].use = #out
* parameter[6].min = 0
* parameter[6].max = "*"
* parameter[6].type = #string
* parameter[6].documentation = "What the law asks for and the consent does not say."
