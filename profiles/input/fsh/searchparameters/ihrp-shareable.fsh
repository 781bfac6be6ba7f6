Instance: ihrp-shareable
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-shareable"
Description: "Finds what the person has agreed to share: Observation?shareable=true."
* insert SearchMetadata(ihrp-shareable)
* name = "IhrpShareable"
* description = "Finds what the person has agreed to share: Observation?shareable=true."
* code = #shareable
* base[0] = #Observation
* base[1] = #Goal
* type = #token
* expression = "Observation.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-shareable').value.ofType(boolean) | Goal.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-shareable').value.ofType(boolean)"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
