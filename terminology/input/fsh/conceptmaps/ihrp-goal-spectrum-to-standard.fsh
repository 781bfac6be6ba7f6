Instance: ihrp-goal-spectrum-to-standard
InstanceOf: ConceptMap
Usage: #definition
Title: "Goal directions to standard terminologies"
Description: "Where a code of Goal directions meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* insert InstanceMetadata
* name = "IhrpGoalSpectrumToStandard"
* title = "Goal directions to standard terminologies"
* description = "Where a code of Goal directions meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* sourceUri = "https://w3id.org/manypaths/fhir/ValueSet/ihrp-goal-direction"
* group[0].source = "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-goal-spectrum"
* group[0].target = "http://snomed.info/sct"
* group[0].element[0].code = #safer-use
* group[0].element[0].display = "Safer use"
* group[0].element[0].target[0].code = #720174008
* group[0].element[0].target[0].display = "Drug harm reduction program (regime/therapy)"
* group[0].element[0].target[0].equivalence = #relatedto
* group[0].element[1].code = #reduced-quantity
* group[0].element[1].display = "Reduced quantity"
* group[0].element[1].target[0].code = #707166002
* group[0].element[1].target[0].display = "Alcohol reduction program (regime/therapy)"
* group[0].element[1].target[0].equivalence = #relatedto
* group[0].element[1].target[1].code = #1161000175101
* group[0].element[1].target[1].display = "Decreased alcohol consumption (finding)"
* group[0].element[1].target[1].equivalence = #relatedto
* group[0].element[2].code = #reduced-frequency
* group[0].element[2].display = "Reduced frequency"
* group[0].element[2].target[0].code = #416751004
* group[0].element[2].target[0].display = "Reduced drugs misuse (finding)"
* group[0].element[2].target[0].equivalence = #relatedto
* group[0].element[3].code = #moderation
* group[0].element[3].display = "Moderation - managed use"
* group[0].element[3].target[0].code = #228339006
* group[0].element[3].target[0].display = "Able to control drinking (finding)"
* group[0].element[3].target[0].equivalence = #relatedto
* group[0].element[4].code = #substitution
* group[0].element[4].display = "Substitution with lower-risk substance or medicine"
* group[0].element[4].target[0].code = #712545004
* group[0].element[4].target[0].display = "Abstinent from drug misuse on maintenance replacement (finding)"
* group[0].element[4].target[0].equivalence = #relatedto
* group[0].element[5].code = #abstinence-one
* group[0].element[5].display = "Abstinence from this substance"
* group[0].element[5].target[0].code = #714423004
* group[0].element[5].target[0].display = "Does abstain from drinking (finding)"
* group[0].element[5].target[0].equivalence = #relatedto
* group[0].element[5].target[1].code = #712542001
* group[0].element[5].target[1].display = "Abstinent from drug misuse (finding)"
* group[0].element[5].target[1].equivalence = #inexact
* group[0].element[6].code = #abstinence-medication-supported
* group[0].element[6].display = "Abstinence supported by medication"
* group[0].element[6].target[0].code = #712545004
* group[0].element[6].target[0].display = "Abstinent from drug misuse on maintenance replacement (finding)"
* group[0].element[6].target[0].equivalence = #relatedto
* group[0].element[6].target[1].code = #712546003
* group[0].element[6].target[1].display = "Abstinent from drug misuse when receiving blocking therapy (finding)"
* group[0].element[6].target[1].equivalence = #relatedto
* group[0].element[7].code = #abstinence-all
* group[0].element[7].display = "Abstinence from all non-prescribed substances"
* group[0].element[7].target[0].code = #712542001
* group[0].element[7].target[0].display = "Abstinent from drug misuse (finding)"
* group[0].element[7].target[0].equivalence = #relatedto
