Instance: ihrp-verify-trail
InstanceOf: OperationDefinition
Usage: #definition
Title: "Check the audit trail"
Description: "Answers whether every entry of the audit trail is as it was written, and if not, which is the first that is not. It is for those who run the server; for anybody else there is no such operation."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-verify-trail"
* insert InstanceMetadata
* name = "IhrpVerifyTrail"
* title = "Check the audit trail"
* description = "Answers whether every entry of the audit trail is as it was written, and if not, which is the first that is not. It is for those who run the server; for anybody else there is no such operation."
* kind = #operation
* affectsState = false
* code = #verify-trail
* resource[0] = #AuditEvent
* system = false
* type = true
* instance = false
* parameter[0].name = #intact
* parameter[0].use = #out
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].type = #boolean
* parameter[0].documentation = "Whether all chains are as they were written."
* parameter[1].name = #chain
* parameter[1].use = #out
* parameter[1].min = 0
* parameter[1].max = "*"
* parameter[1].documentation = "One chain; each run of each node has its own."
* parameter[1].part[0].name = #node
* parameter[1].part[0].use = #out
* parameter[1].part[0].min = 1
* parameter[1].part[0].max = "1"
* parameter[1].part[0].type = #string
* parameter[1].part[0].documentation = "Its name."
* parameter[1].part[1].name = #intact
* parameter[1].part[1].use = #out
* parameter[1].part[1].min = 1
* parameter[1].part[1].max = "1"
* parameter[1].part[1].type = #boolean
* parameter[1].part[1].documentation = "Whether it is as it was written."
* parameter[1].part[2].name = #entries
* parameter[1].part[2].use = #out
* parameter[1].part[2].min = 1
* parameter[1].part[2].max = "1"
* parameter[1].part[2].type = #integer
* parameter[1].part[2].documentation = "How many entries are good, from the first on."
* parameter[1].part[3].name = #hash
* parameter[1].part[3].use = #out
* parameter[1].part[3].min = 1
* parameter[1].part[3].max = "1"
* parameter[1].part[3].type = #string
* parameter[1].part[3].documentation = "The hash of the last good entry, to be compared with the log."
* parameter[1].part[4].name = #first-bad
* parameter[1].part[4].use = #out
* parameter[1].part[4].min = 0
* parameter[1].part[4].max = "1"
* parameter[1].part[4].type = #string
* parameter[1].part[4].documentation = "The first entry that is not as it was written, as AuditEvent/id."
* parameter[1].part[5].name = #what
* parameter[1].part[5].use = #out
* parameter[1].part[5].min = 0
* parameter[1].part[5].max = "1"
* parameter[1].part[5].type = #string
* parameter[1].part[5].documentation = "What is wrong with it."
