Instance: ihrp-consent-decision
InstanceOf: OperationDefinition
Usage: #definition
Title: "Ask what consent would let out"
Description: "Answers, before a request is made, whether a recipient may have a person's records for a purpose, and what would be redacted. An unknown person, no record and no consent get one and the same answer. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-consent-decision"
* insert InstanceMetadata
* name = "IhrpConsentDecision"
* title = "Ask what consent would let out"
* description = "Answers, before a request is made, whether a recipient may have a person's records for a purpose, and what would be redacted. An unknown person, no record and no consent get one and the same answer. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* kind = #operation
* affectsState = false
* code = #consent-decision
* resource[0] = #Patient
* system = false
* type = true
* instance = false
* parameter[0].name = #patient
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].type = #Identifier
* parameter[0].documentation = "The person."
* parameter[1].name = #actor
* parameter[1].use = #in
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].type = #Reference
* parameter[1].documentation = "Who asks."
* parameter[2].name = #purpose
* parameter[2].use = #in
* parameter[2].min = 1
* parameter[2].max = "1"
* parameter[2].type = #code
* parameter[2].documentation = "Purpose of use."
* parameter[3].name = #label
* parameter[3].use = #in
* parameter[3].min = 0
* parameter[3].max = "*"
* parameter[3].type = #Coding
* parameter[3].documentation = "Kinds of information asked for, as security labels."
* parameter[4].name = #decision
* parameter[4].use = #out
* parameter[4].min = 1
* parameter[4].max = "1"
* parameter[4].type = #code
* parameter[4].documentation = "permit or deny."
* parameter[5].name = #obligation
* parameter[5].use = #out
* parameter[5].min = 0
* parameter[5].max = "*"
* parameter[5].type = #Coding
* parameter[5].documentation = "What the answer obliges to, such as REDACT."
