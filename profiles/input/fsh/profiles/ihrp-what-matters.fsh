Profile: IhrpWhatMatters
Parent: Observation
Id: ihrp-what-matters
Title: "What matters to the person"
Description: "Culture, faith, language, people, hopes and preferences that care takes into account. It has the shape of HL7's person-centred outcomes guide; preferences about treatment have the LOINC code that US Core uses."
* insert PersonObservation
* code from IhrpWhatMattersCodeValues (extensible)
* value[x] MS
* value[x] only string or CodeableConcept
* value[x] ^short = "In the person's words"
* insert ComponentSlicing
* component contains modality 0..* MS
* insert CodedComponent(modality, $part#modality, IhrpModalityValues, "The kind of care the preference concerns")
