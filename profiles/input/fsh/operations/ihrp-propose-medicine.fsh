Instance: ihrp-propose-medicine
InstanceOf: OperationDefinition
Usage: #definition
Title: "Propose a medicine for a plan"
Description: "Puts a medicine before the team of a plan: a draft that is no order, and a task to decide on it. Both belong to the organization that holds the plan. Nothing in the plan changes until the team has decided. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-propose-medicine"
* insert InstanceMetadata
* name = "IhrpProposeMedicine"
* title = "Propose a medicine for a plan"
* description = "Puts a medicine before the team of a plan: a draft that is no order, and a task to decide on it. Both belong to the organization that holds the plan. Nothing in the plan changes until the team has decided. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* kind = #operation
* affectsState = true
* code = #propose-medicine
* resource[0] = #CarePlan
* system = false
* type = false
* instance = true
* parameter[0].name = #order
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].type = #MedicationRequest
* parameter[0].documentation = "What is proposed. Its status, intent, subject, basis and prior prescription are set by the server."
* parameter[1].name = #replaces
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].type = #Reference
* parameter[1].documentation = "The order of the person in whose place it would come."
* parameter[2].name = #words
* parameter[2].use = #in
* parameter[2].min = 0
* parameter[2].max = "1"
* parameter[2].type = #string
* parameter[2].documentation = "Why, for the team."
* parameter[3].name = #task
* parameter[3].use = #out
* parameter[3].min = 1
* parameter[3].max = "1"
* parameter[3].type = #Reference
* parameter[3].documentation = "The task to decide."
* parameter[4].name = #order
* parameter[4].use = #out
* parameter[4].min = 1
* parameter[4].max = "1"
* parameter[4].type = #Reference
* parameter[4].documentation = "The draft."
