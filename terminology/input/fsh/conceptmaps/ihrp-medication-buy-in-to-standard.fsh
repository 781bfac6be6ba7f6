Instance: ihrp-medication-buy-in-to-standard
InstanceOf: ConceptMap
Usage: #definition
Title: "Stance on a medicine to standard terminologies"
Description: "Where a code of Stance on a medicine meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* insert InstanceMetadata
* name = "IhrpMedicationBuyInToStandard"
* title = "Stance on a medicine to standard terminologies"
* description = "Where a code of Stance on a medicine meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* sourceUri = "https://w3id.org/manypaths/fhir/ValueSet/ihrp-medication-buy-in"
* group[0].source = "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-medication-buy-in"
* group[0].target = "http://snomed.info/sct"
* group[0].element[0].code = #declined
* group[0].element[0].display = "Declined for now"
* group[0].element[0].target[0].code = #406149000
* group[0].element[0].target[0].display = "Medication declined (situation)"
* group[0].element[0].target[0].equivalence = #relatedto
* group[1].source = "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-medication-buy-in"
* group[1].target = "http://terminology.hl7.org/CodeSystem/goal-acceptance-status"
* group[1].element[0].code = #declined
* group[1].element[0].display = "Declined for now"
* group[1].element[0].target[0].code = #disagree
* group[1].element[0].target[0].display = "Disagree"
* group[1].element[0].target[0].equivalence = #relatedto
* group[1].element[1].code = #unsure
* group[1].element[1].display = "Unsure"
* group[1].element[1].target[0].code = #pending
* group[1].element[1].target[0].display = "Pending"
* group[1].element[1].target[0].equivalence = #relatedto
* group[1].element[2].code = #willing-to-try
* group[1].element[2].display = "Willing to try"
* group[1].element[2].target[0].code = #agree
* group[1].element[2].target[0].display = "Agree"
* group[1].element[2].target[0].equivalence = #relatedto
* group[1].element[3].code = #endorsed
* group[1].element[3].display = "Endorsed"
* group[1].element[3].target[0].code = #agree
* group[1].element[3].target[0].display = "Agree"
* group[1].element[3].target[0].equivalence = #relatedto
