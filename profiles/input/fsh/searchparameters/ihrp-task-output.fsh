Instance: ihrp-task-output
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-task-output"
Description: "Finds tasks by what came out of them. As in FHIR R5 and HL7 Gravity."
* insert SearchMetadata(ihrp-task-output)
* name = "IhrpTaskOutput"
* description = "Finds tasks by what came out of them. As in FHIR R5 and HL7 Gravity."
* code = #output
* base[0] = #Task
* type = #reference
* expression = "Task.output.value.ofType(Reference)"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #missing
* modifier[1] = #type
* modifier[2] = #identifier
