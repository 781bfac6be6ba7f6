Instance: ihrp-condition-asserted-date
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-condition-asserted-date"
Description: "Finds conditions by the date on which they were asserted. As US Core asks."
* insert SearchMetadata(ihrp-condition-asserted-date)
* name = "IhrpConditionAssertedDate"
* description = "Finds conditions by the date on which they were asserted. As US Core asks."
* code = #asserted-date
* base[0] = #Condition
* type = #date
* expression = "Condition.extension.where(url = 'http://hl7.org/fhir/StructureDefinition/condition-assertedDate').value.ofType(dateTime)"
* multipleOr = true
* multipleAnd = true
* comparator[0] = #eq
* comparator[1] = #ne
* comparator[2] = #gt
* comparator[3] = #ge
* comparator[4] = #lt
* comparator[5] = #le
* modifier[0] = #missing
