Instance: ihrp-summary
InstanceOf: OperationDefinition
Usage: #definition
Title: "Hand over the plan of a person"
Description: "The standard door to the handoff document: with the profile ihrp-handoff-composition it answers with the document of the plan that stands for the person, the same that CarePlan/[id]/$handoff makes. Another profile is refused. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-summary"
* insert InstanceMetadata
* name = "IhrpSummary"
* title = "Hand over the plan of a person"
* description = "The standard door to the handoff document: with the profile ihrp-handoff-composition it answers with the document of the plan that stands for the person, the same that CarePlan/[id]/$handoff makes. Another profile is refused. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* kind = #operation
* affectsState = false
* code = #summary
* resource[0] = #Patient
* system = false
* type = false
* instance = true
* parameter[0].name = #profile
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].type = #canonical
* parameter[0].documentation = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-handoff-composition"
* parameter[1].name = #recipient
* parameter[1].use = #in
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].type = #Reference
* parameter[1].documentation = "The organization that takes over. In a GET: its reference as text, Organization/[id]."
* parameter[2].name = #purpose
* parameter[2].use = #in
* parameter[2].min = 1
* parameter[2].max = "1"
* parameter[2].type = #code
* parameter[2].documentation = "Purpose of use, such as TREAT."
* parameter[3].name = #consent
* parameter[3].use = #in
* parameter[3].min = 0
* parameter[3].max = "1"
* parameter[3].type = #Reference
* parameter[3].documentation = "The consent on which the handoff rests; any that is in force, unless given."
* parameter[4].name = #as-of
* parameter[4].use = #in
* parameter[4].min = 0
* parameter[4].max = "1"
* parameter[4].type = #dateTime
* parameter[4].documentation = "The moment at which the plan is told, with time and offset, not in the future; now, unless given. Consent is always judged as of now."
* parameter[5].name = #gap-acknowledged-by
* parameter[5].use = #in
* parameter[5].min = 0
* parameter[5].max = "1"
* parameter[5].type = #Reference
* parameter[5].documentation = "Who knows of the gap and sends all the same: a Practitioner, PractitionerRole, CareTeam or Organization."
* parameter[6].name = #outreach-owner
* parameter[6].use = #in
* parameter[6].min = 0
* parameter[6].max = "1"
* parameter[6].type = #Reference
* parameter[6].documentation = "Who looks for the person after the supply ends, within 24, 48 and 72 hours. Required with gap-acknowledged-by."
* parameter[7].name = #return
* parameter[7].use = #out
* parameter[7].min = 1
* parameter[7].max = "1"
* parameter[7].type = #Bundle
* parameter[7].documentation = "The document bundle (ihrp-handoff-bundle)."
