Instance: ihrp-level-of-care
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-level-of-care"
Description: "Finds episodes and requests by level of care: EpisodeOfCare?level-of-care=inpatient-withdrawal."
* insert SearchMetadata(ihrp-level-of-care)
* name = "IhrpLevelOfCare"
* description = "Finds episodes and requests by level of care: EpisodeOfCare?level-of-care=inpatient-withdrawal."
* code = #level-of-care
* base[0] = #EpisodeOfCare
* base[1] = #ServiceRequest
* type = #token
* expression = "EpisodeOfCare.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-level-of-care').value.ofType(CodeableConcept) | ServiceRequest.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-level-of-care').value.ofType(CodeableConcept)"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
