Instance: ihrp-education-recipient
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-education-recipient"
Description: "Finds education by who was taught: Procedure?education-recipient=RelatedPerson/sister."
* insert SearchMetadata(ihrp-education-recipient)
* name = "IhrpEducationRecipient"
* description = "Finds education by who was taught: Procedure?education-recipient=RelatedPerson/sister."
* code = #education-recipient
* base[0] = #Procedure
* type = #reference
* expression = "Procedure.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-education-recipient').extension.where(url = 'who').value.ofType(Reference)"
* multipleOr = true
* multipleAnd = true
* target[0] = #Patient
* target[1] = #RelatedPerson
* target[2] = #Group
* modifier[0] = #missing
* modifier[1] = #type
* modifier[2] = #identifier
