Instance: ihrp-stage-of-change-to-standard
InstanceOf: ConceptMap
Usage: #definition
Title: "Stage of change to standard terminologies"
Description: "Where a code of Stage of change meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* insert InstanceMetadata
* name = "IhrpStageOfChangeToStandard"
* title = "Stage of change to standard terminologies"
* description = "Where a code of Stage of change meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* sourceUri = "https://w3id.org/manypaths/fhir/ValueSet/ihrp-stage-of-change"
* group[0].source = "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-stage-of-change"
* group[0].target = "http://snomed.info/sct"
* group[0].element[0].code = #precontemplation
* group[0].element[0].display = "Precontemplation"
* group[0].element[0].target[0].code = #134414000
* group[0].element[0].target[0].display = "Precontemplation stage"
* group[0].element[0].target[0].equivalence = #equivalent
* group[0].element[0].target[0].comment = "The SNOMED CT identifier comes from a single public source for this stage; not confirmed against a live terminology server."
* group[0].element[1].code = #contemplation
* group[0].element[1].display = "Contemplation"
* group[0].element[1].target[0].code = #134413006
* group[0].element[1].target[0].display = "Contemplation stage"
* group[0].element[1].target[0].equivalence = #equivalent
* group[0].element[1].target[0].comment = "The SNOMED CT identifier comes from a single public source for this stage; not confirmed against a live terminology server."
* group[0].element[2].code = #preparation
* group[0].element[2].display = "Preparation"
* group[0].element[2].target[0].code = #134412001
* group[0].element[2].target[0].display = "Preparation stage"
* group[0].element[2].target[0].equivalence = #equivalent
* group[0].element[2].target[0].comment = "The SNOMED CT identifier comes from a single public source for this stage; not confirmed against a live terminology server."
* group[0].element[3].code = #action
* group[0].element[3].display = "Action"
* group[0].element[3].target[0].code = #134411008
* group[0].element[3].target[0].display = "Action stage (qualifier value)"
* group[0].element[3].target[0].equivalence = #equivalent
* group[0].element[4].code = #maintenance
* group[0].element[4].display = "Maintenance"
* group[0].element[4].target[0].code = #134410009
* group[0].element[4].target[0].display = "Maintenance stage (qualifier value)"
* group[0].element[4].target[0].equivalence = #equivalent
