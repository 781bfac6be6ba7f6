Instance: ihrp-engagement-to-standard
InstanceOf: ConceptMap
Usage: #definition
Title: "Engagement in care to standard terminologies"
Description: "Where a code of Engagement in care meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* insert InstanceMetadata
* name = "IhrpEngagementToStandard"
* title = "Engagement in care to standard terminologies"
* description = "Where a code of Engagement in care meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* sourceUri = "https://w3id.org/manypaths/fhir/ValueSet/ihrp-engagement"
* group[0].source = "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-engagement"
* group[0].target = "http://snomed.info/sct"
* group[0].element[0].code = #strained
* group[0].element[0].display = "Strained - alliance rupture"
* group[0].element[0].target[0].code = #704372000
* group[0].element[0].target[0].display = "Lack of trust in healthcare provider (finding)"
* group[0].element[0].target[0].equivalence = #relatedto
