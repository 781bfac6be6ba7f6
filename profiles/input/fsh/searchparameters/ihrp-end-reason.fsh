Instance: ihrp-end-reason
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-end-reason"
Description: "Finds episodes by the reason for their end."
* insert SearchMetadata(ihrp-end-reason)
* name = "IhrpEndReason"
* description = "Finds episodes by the reason for their end."
* code = #end-reason
* base[0] = #EpisodeOfCare
* type = #token
* expression = "EpisodeOfCare.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-end-reason').value.ofType(CodeableConcept)"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
