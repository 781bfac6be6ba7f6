Instance: ihrp-read-back
InstanceOf: OperationDefinition
Usage: #definition
Title: "Read a consent back"
Description: "Tells in plain words what a consent lets go and keeps back, and whether it is in force: as the server decides by it, not as it was meant. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-read-back"
* insert InstanceMetadata
* name = "IhrpReadBack"
* title = "Read a consent back"
* description = "Tells in plain words what a consent lets go and keeps back, and whether it is in force: as the server decides by it, not as it was meant. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* kind = #operation
* affectsState = false
* code = #read-back
* resource[0] = #Consent
* system = false
* type = false
* instance = true
* parameter[0].name = #consent
* parameter[0].use = #out
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].type = #Reference
* parameter[0].documentation = "The consent."
* parameter[1].name = #state
* parameter[1].use = #out
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].type = #code
* parameter[1].documentation = "in-force, expired, revoked, unsigned, deficient or false."
* parameter[2].name = #sentence
* parameter[2].use = #out
* parameter[2].min = 1
* parameter[2].max = "*"
* parameter[2].type = #string
* parameter[2].documentation = "What it does, in plain words."
* parameter[3].name = #missing
* parameter[3].use = #out
* parameter[3].min = 0
* parameter[3].max = "*"
* parameter[3].type = #string
* parameter[3].documentation = "What the law asks for and the consent does not say."
