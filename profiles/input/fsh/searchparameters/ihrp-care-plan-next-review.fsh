Instance: ihrp-care-plan-next-review
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-care-plan-next-review"
Description: "Finds plans by the day of the next review: CarePlan?next-review=le2026-04-01."
* insert SearchMetadata(ihrp-care-plan-next-review)
* name = "IhrpCarePlanNextReview"
* description = "Finds plans by the day of the next review: CarePlan?next-review=le2026-04-01."
* code = #next-review
* base[0] = #CarePlan
* type = #date
* expression = "CarePlan.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-next-review').value.ofType(date)"
* multipleOr = true
* multipleAnd = true
* comparator[0] = #eq
* comparator[1] = #ne
* comparator[2] = #gt
* comparator[3] = #ge
* comparator[4] = #lt
* comparator[5] = #le
* modifier[0] = #missing
