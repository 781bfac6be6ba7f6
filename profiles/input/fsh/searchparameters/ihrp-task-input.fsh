Instance: ihrp-task-input
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-task-input"
Description: "Finds tasks by what they were given, such as the document of a handoff: Task?input=DocumentReference/1. As in FHIR R5 and HL7 Gravity."
* insert SearchMetadata(ihrp-task-input)
* name = "IhrpTaskInput"
* description = "Finds tasks by what they were given, such as the document of a handoff: Task?input=DocumentReference/1. As in FHIR R5 and HL7 Gravity."
* code = #input
* base[0] = #Task
* type = #reference
* expression = "Task.input.value.ofType(Reference)"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #missing
* modifier[1] = #type
* modifier[2] = #identifier
