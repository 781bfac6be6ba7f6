Instance: ihrp-task-next-step-due
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-task-next-step-due"
Description: "Finds tasks of a handoff by when the next step is due: Task?next-step-due=lt2026-01-14T09:00:00Z."
* insert SearchMetadata(ihrp-task-next-step-due)
* name = "IhrpTaskNextStepDue"
* description = "Finds tasks of a handoff by when the next step is due: Task?next-step-due=lt2026-01-14T09:00:00Z."
* code = #next-step-due
* base[0] = #Task
* type = #date
* expression = "Task.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-handoff-clock').extension.where(url = 'due').value.ofType(dateTime)"
* multipleOr = true
* multipleAnd = true
* comparator[0] = #eq
* comparator[1] = #ne
* comparator[2] = #gt
* comparator[3] = #ge
* comparator[4] = #lt
* comparator[5] = #le
* modifier[0] = #missing
