Instance: ihrp-modality-to-standard
InstanceOf: ConceptMap
Usage: #definition
Title: "Modality of care to standard terminologies"
Description: "Where a code of Modality of care meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* insert InstanceMetadata
* name = "IhrpModalityToStandard"
* title = "Modality of care to standard terminologies"
* description = "Where a code of Modality of care meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* sourceUri = "https://w3id.org/manypaths/fhir/ValueSet/ihrp-modality"
* group[0].source = "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-modality"
* group[0].target = "http://snomed.info/sct"
* group[0].element[0].code = #medication
* group[0].element[0].display = "Medication for addiction"
* group[0].element[0].target[0].code = #266707007
* group[0].element[0].target[0].display = "Drug addiction therapy (regime/therapy)"
* group[0].element[0].target[0].equivalence = #relatedto
* group[0].element[1].code = #psychotherapy
* group[0].element[1].display = "Psychotherapy"
* group[0].element[1].target[0].code = #75516001
* group[0].element[1].target[0].display = "Psychotherapy (regime/therapy)"
* group[0].element[1].target[0].equivalence = #equivalent
* group[0].element[2].code = #harm-reduction-service
* group[0].element[2].display = "Harm-reduction service"
* group[0].element[2].target[0].code = #720174008
* group[0].element[2].target[0].display = "Drug harm reduction program (regime/therapy)"
* group[0].element[2].target[0].equivalence = #narrower
* group[0].element[2].target[0].comment = "The standard concept is narrower than ours."
* group[0].element[2].target[1].code = #720175009
* group[0].element[2].target[1].display = "Alcohol harm reduction program (regime/therapy)"
* group[0].element[2].target[1].equivalence = #narrower
* group[0].element[2].target[1].comment = "The standard concept is narrower than ours."
* group[0].element[3].code = #withdrawal-management
* group[0].element[3].display = "Withdrawal management"
* group[0].element[3].target[0].code = #67516001
* group[0].element[3].target[0].display = "Detoxification therapy (regime/therapy)"
* group[0].element[3].target[0].equivalence = #relatedto
* group[0].element[3].target[1].code = #182969009
* group[0].element[3].target[1].display = "Dependent drug detoxification (regime/therapy)"
* group[0].element[3].target[1].equivalence = #relatedto
* group[0].element[4].code = #social-support
* group[0].element[4].display = "Social and practical support"
* group[0].element[4].target[0].code = #410606002
* group[0].element[4].target[0].display = "Social service procedure (procedure)"
* group[0].element[4].target[0].equivalence = #relatedto
* group[0].element[5].code = #mutual-aid
* group[0].element[5].display = "Mutual aid or peer support"
* group[0].element[5].target[0].code = #276049006
* group[0].element[5].target[0].display = "Self-help group support (finding)"
* group[0].element[5].target[0].equivalence = #relatedto
* group[0].element[6].code = #education
* group[0].element[6].display = "Education"
* group[0].element[6].target[0].code = #311401005
* group[0].element[6].target[0].display = "Patient education (procedure)"
* group[0].element[6].target[0].equivalence = #equivalent
* group[1].source = "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-modality"
* group[1].target = "http://terminology.hl7.org/CodeSystem/service-category"
* group[1].element[0].code = #complementary
* group[1].element[0].display = "Complementary treatment"
* group[1].element[0].target[0].code = #3
* group[1].element[0].target[0].display = "Alternative/Complementary Therapies"
* group[1].element[0].target[0].equivalence = #relatedto
