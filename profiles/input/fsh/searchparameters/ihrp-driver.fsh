Instance: ihrp-driver
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-driver"
Description: "Finds meanings of use by what drives them: Observation?driver=grief."
* insert SearchMetadata(ihrp-driver)
* name = "IhrpDriver"
* description = "Finds meanings of use by what drives them: Observation?driver=grief."
* code = #driver
* base[0] = #Observation
* type = #token
* expression = "Observation.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-driver').extension.where(url = 'kind').value.ofType(CodeableConcept)"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
