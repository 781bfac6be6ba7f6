Instance: ihrp-use-route-to-standard
InstanceOf: ConceptMap
Usage: #definition
Title: "Routes of use to standard terminologies"
Description: "Where a code of Routes of use meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* insert InstanceMetadata
* name = "IhrpUseRouteToStandard"
* title = "Routes of use to standard terminologies"
* description = "Where a code of Routes of use meets a verified standard code, and how close the two are. Our code stays primary; the standard code is added as a second coding only where the map says equivalent."
* sourceUri = "https://w3id.org/manypaths/fhir/ValueSet/ihrp-use-route"
* group[0].source = "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-use-route"
* group[0].target = "http://snomed.info/sct"
* group[0].element[0].code = #injecting
* group[0].element[0].display = "Injecting"
* group[0].element[0].target[0].code = #226034001
* group[0].element[0].target[0].display = "Injecting drug user (finding)"
* group[0].element[0].target[0].equivalence = #relatedto
* group[0].element[0].target[1].code = #228388006
* group[0].element[0].target[1].display = "Intravenous drug user (finding)"
* group[0].element[0].target[1].equivalence = #relatedto
* group[0].element[0].target[2].code = #228387001
* group[0].element[0].target[2].display = "Injects drugs intramuscularly (finding)"
* group[0].element[0].target[2].equivalence = #relatedto
* group[0].element[0].target[3].code = #228386005
* group[0].element[0].target[3].display = "Injects drugs subcutaneously (finding)"
* group[0].element[0].target[3].equivalence = #relatedto
* group[0].element[1].code = #smoking
* group[0].element[1].display = "Smoking"
* group[0].element[1].target[0].code = #228377000
* group[0].element[1].target[0].display = "Smokes drugs (finding)"
* group[0].element[1].target[0].equivalence = #relatedto
* group[0].element[2].code = #swallowing
* group[0].element[2].display = "Swallowing or drinking"
* group[0].element[2].target[0].code = #228375008
* group[0].element[2].target[0].display = "Misuses drugs orally (finding)"
* group[0].element[2].target[0].equivalence = #relatedto
* group[0].element[3].code = #under-tongue
* group[0].element[3].display = "Under the tongue or in the cheek"
* group[0].element[3].target[0].code = #228384008
* group[0].element[3].target[0].display = "Misuses drugs sublingually (finding)"
* group[0].element[3].target[0].equivalence = #relatedto
* group[0].element[4].code = #rectal
* group[0].element[4].display = "Rectal"
* group[0].element[4].target[0].code = #228383002
* group[0].element[4].target[0].display = "Misuses drugs rectally (finding)"
* group[0].element[4].target[0].equivalence = #relatedto
