Instance: ihrp-substance-profile
InstanceOf: OperationDefinition
Usage: #definition
Title: "Tell one person substance by substance"
Description: "Answers, for each substance, the latest use, the stage of change with its history, readiness, goals, medicine, the person's stance on it and the meanings of use, as of today or of an earlier day. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-substance-profile"
* insert InstanceMetadata
* name = "IhrpSubstanceProfile"
* title = "Tell one person substance by substance"
* description = "Answers, for each substance, the latest use, the stage of change with its history, readiness, goals, medicine, the person's stance on it and the meanings of use, as of today or of an earlier day. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* kind = #operation
* affectsState = false
* code = #substance-profile
* resource[0] = #Patient
* system = false
* type = false
* instance = true
* parameter[0].name = #substance
* parameter[0].use = #in
* parameter[0].min = 0
* parameter[0].max = "*"
* parameter[0].documentation = "Only these substances, each as a code of ours or as system|code. A class brings each substance in it; a substance brings what was said of its class as a whole as well."
* parameter[0].type = #string
* parameter[0].searchType = #token
* parameter[1].name = #as-of
* parameter[1].use = #in
* parameter[1].min = 0
* parameter[1].max = "1"
* parameter[1].documentation = "A day (month, year), with all of itself, or a moment. What is dated later is cut away, and each stage has the standing that it had then. Everything on record, unless given."
* parameter[1].type = #dateTime
* parameter[2].name = #patient
* parameter[2].use = #out
* parameter[2].min = 1
* parameter[2].max = "1"
* parameter[2].documentation = "The person."
* parameter[2].type = #Reference
* parameter[3].name = #as-of
* parameter[3].use = #out
* parameter[3].min = 0
* parameter[3].max = "1"
* parameter[3].documentation = "As it was asked for."
* parameter[3].type = #dateTime
* parameter[4].name = #substance
* parameter[4].use = #out
* parameter[4].min = 0
* parameter[4].max = "*"
* parameter[4].documentation = "One for each substance on record, and for each that was asked for."
* insert OutPart(4, 0, code, 1, "1", CodeableConcept, "The substance as it was recorded.")
* insert OutPart(4, 1, latest-use, 0, "1", Observation, "The newest ihrp-substance-use.")
* insert OutPart(4, 2, latest-return-to-use, 0, "1", Observation, "The newest ihrp-return-to-use-event.")
* insert OutGroup(4, 3, stage, "One for each view of the stage of change and each direction of change.")
* insert OutGroupPart(4, 3, 0, current, 0, "1", Observation, "The stage that holds.")
* insert OutGroupPart(4, 3, 1, history, 0, "*", Observation, "Earlier stages\, the newest first.")
* insert OutGroupPart(4, 3, 2, unanswered, 0, "*", Observation, "Asked and not told\, with the reason.")
* insert OutPart(4, 4, readiness, 0, "*", Observation, "The newest of each ruler.")
* insert OutPart(4, 5, goal, 0, "*", Goal, "Goals about this substance. With as-of\, in the state of that time; where no version tells it\, the state is absent with the reason unknown.")
* insert OutPart(4, 6, medicine, 0, "*", Resource, "MedicationRequest and MedicationStatement. With as-of\, a state that was set later is told as unknown.")
* insert OutGroup(4, 7, stance, "One for each medicine that the person was asked about.")
* insert OutGroupPart(4, 7, 0, current, 0, "1", Observation, "What the person thinks of it.")
* insert OutGroupPart(4, 7, 1, history, 0, "*", Observation, "What the person thought of it before\, the newest first.")
* insert OutPart(4, 8, meaning, 0, "*", Observation, "What use does for the person\, the newest of each.")
* insert OutPart(4, 9, not-recorded, 0, "*", code, "The name of a part of which nothing is on record. Whether nobody asked or there is nothing cannot be told from it.")
