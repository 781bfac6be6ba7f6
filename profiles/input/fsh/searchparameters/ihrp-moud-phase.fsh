Instance: ihrp-moud-phase
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-moud-phase"
Description: "Finds medicines by the phase of treatment: MedicationRequest?moud-phase=induction."
* insert SearchMetadata(ihrp-moud-phase)
* name = "IhrpMoudPhase"
* description = "Finds medicines by the phase of treatment: MedicationRequest?moud-phase=induction."
* code = #moud-phase
* base[0] = #MedicationRequest
* type = #token
* expression = "MedicationRequest.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-moud-phase').value.ofType(CodeableConcept)"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
