Instance: ihrp-decide-proposal
InstanceOf: OperationDefinition
Usage: #definition
Title: "Decide on a proposed medicine"
Description: "The team of the plan accepts or declines what a prescriber proposed. Accepted, the draft becomes an order, takes its place in the plan and ends the order that it replaces; declined, it is cancelled with the reason. All of it happens or nothing does. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-decide-proposal"
* insert InstanceMetadata
* name = "IhrpDecideProposal"
* title = "Decide on a proposed medicine"
* description = "The team of the plan accepts or declines what a prescriber proposed. Accepted, the draft becomes an order, takes its place in the plan and ends the order that it replaces; declined, it is cancelled with the reason. All of it happens or nothing does. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* kind = #operation
* affectsState = true
* code = #decide-proposal
* resource[0] = #Task
* system = false
* type = false
* instance = true
* parameter[0].name = #decision
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].type = #code
* parameter[0].documentation = "accept or decline."
* parameter[1].name = #reason
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].type = #string
* parameter[1].documentation = "Why; needed to decline."
* parameter[2].name = #task
* parameter[2].use = #out
* parameter[2].min = 1
* parameter[2].max = "1"
* parameter[2].type = #Reference
* parameter[2].documentation = "The task, decided."
* parameter[3].name = #order
* parameter[3].use = #out
* parameter[3].min = 1
* parameter[3].max = "1"
* parameter[3].type = #Reference
* parameter[3].documentation = "The order, or the draft that was cancelled."
