Instance: ihrp-therapeutic-task-to-standard
InstanceOf: ConceptMap
Usage: #definition
Title: "Tasks of the therapy to standard terminologies"
Description: "Where a code of Tasks of the therapy meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* insert InstanceMetadata
* name = "IhrpTherapeuticTaskToStandard"
* title = "Tasks of the therapy to standard terminologies"
* description = "Where a code of Tasks of the therapy meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* sourceUri = "https://w3id.org/manypaths/fhir/ValueSet/ihrp-therapeutic-task"
* group[0].source = "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-therapeutic-task"
* group[0].target = "http://snomed.info/sct"
* group[0].element[0].code = #alliance
* group[0].element[0].display = "Managing the therapeutic alliance"
* group[0].element[0].target[0].code = #710155001
* group[0].element[0].target[0].display = "Promotion of positive relationship (procedure)"
* group[0].element[0].target[0].equivalence = #relatedto
* group[0].element[1].code = #self-management
* group[0].element[1].display = "Enhancing self-management skills"
* group[0].element[1].target[0].code = #710157009
* group[0].element[1].target[0].display = "Promotion of self management of symptom (procedure)"
* group[0].element[1].target[0].equivalence = #relatedto
* group[0].element[1].target[1].code = #371581009
* group[0].element[1].target[1].display = "Assessment of coping mechanisms (procedure)"
* group[0].element[1].target[1].equivalence = #relatedto
* group[0].element[2].code = #embracing-ambivalence
* group[0].element[2].display = "Embracing ambivalence"
* group[0].element[2].target[0].code = #713144002
* group[0].element[2].target[0].display = "Motivational interviewing technique (procedure)"
* group[0].element[2].target[0].equivalence = #relatedto
* group[0].element[3].code = #goal-setting
* group[0].element[3].display = "Harm reduction goal setting"
* group[0].element[3].target[0].code = #399684003
* group[0].element[3].target[0].display = "Development of care plan (procedure)"
* group[0].element[3].target[0].equivalence = #relatedto
* group[0].element[4].code = #change-plan
* group[0].element[4].display = "Personalized planning for positive change"
* group[0].element[4].target[0].code = #399684003
* group[0].element[4].target[0].display = "Development of care plan (procedure)"
* group[0].element[4].target[0].equivalence = #relatedto
