Instance: ihrp-medication-concern-to-standard
InstanceOf: ConceptMap
Usage: #definition
Title: "Concerns about a medicine to standard terminologies"
Description: "Where a code of Concerns about a medicine meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* insert InstanceMetadata
* name = "IhrpMedicationConcernToStandard"
* title = "Concerns about a medicine to standard terminologies"
* description = "Where a code of Concerns about a medicine meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* sourceUri = "https://w3id.org/manypaths/fhir/ValueSet/ihrp-medication-concern"
* group[0].source = "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-medication-concern"
* group[0].target = "http://snomed.info/sct"
* group[0].element[0].code = #stigma
* group[0].element[0].display = "Stigma"
* group[0].element[0].target[0].code = #9097005
* group[0].element[0].target[0].display = "Stigma (finding)"
* group[0].element[0].target[0].equivalence = #relatedto
