Instance: ihrp-prescriber-query
InstanceOf: CapabilityStatement
Usage: #definition
Title: "Prescriber"
Description: "What an outpatient prescriber asks for: medicines with phase and last dose, the person's stance, stages of change and the goals they serve. It states requirements; what a running server offers is in its own capability statement."
* url = "https://w3id.org/manypaths/fhir/CapabilityStatement/ihrp-prescriber-query"
* insert InstanceMetadata
* name = "IhrpPrescriberQueryRequirements"
* title = "Prescriber"
* description = "What an outpatient prescriber asks for: medicines with phase and last dose, the person's stance, stages of change and the goals they serve. It states requirements; what a running server offers is in its own capability statement."
* date = "2026-11-22"
* kind = #requirements
* fhirVersion = #4.0.1
* format[0] = #json
* format[1] = #xml
* rest.mode = #client
* rest.documentation = "What an outpatient prescriber asks for: medicines with phase and last dose, the person's stance, stages of change and the goals they serve."
* rest.resource[0].type = #MedicationRequest
* rest.resource[0].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-medication-request"
* rest.resource[0].interaction[0].code = #read
* rest.resource[0].interaction[1].code = #search-type
* rest.resource[0].searchParam[0].name = "substance"
* rest.resource[0].searchParam[0].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-substance"
* rest.resource[0].searchParam[0].type = #token
* rest.resource[0].searchParam[1].name = "moud-phase"
* rest.resource[0].searchParam[1].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-moud-phase"
* rest.resource[0].searchParam[1].type = #token
* rest.resource[0].searchParam[2].name = "pertains-to-goal"
* rest.resource[0].searchParam[2].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-pertains-to-goal"
* rest.resource[0].searchParam[2].type = #reference
* rest.resource[1].type = #MedicationAdministration
* rest.resource[1].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-medication-administration"
* rest.resource[1].interaction[0].code = #read
* rest.resource[1].interaction[1].code = #search-type
* rest.resource[2].type = #MedicationDispense
* rest.resource[2].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-medication-dispense"
* rest.resource[2].interaction[0].code = #read
* rest.resource[2].interaction[1].code = #search-type
* rest.resource[3].type = #Observation
* rest.resource[3].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-medication-stance"
* rest.resource[3].supportedProfile[1] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-stage-of-change"
* rest.resource[3].interaction[0].code = #read
* rest.resource[3].interaction[1].code = #search-type
* rest.resource[3].searchParam[0].name = "substance"
* rest.resource[3].searchParam[0].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-substance"
* rest.resource[3].searchParam[0].type = #token
* rest.resource[3].searchParam[1].name = "stage-current"
* rest.resource[3].searchParam[1].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-stage-current"
* rest.resource[3].searchParam[1].type = #token
* rest.resource[3].searchParam[2].name = "substance-stage-current"
* rest.resource[3].searchParam[2].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-substance-stage-current"
* rest.resource[3].searchParam[2].type = #composite
* rest.resource[4].type = #Goal
* rest.resource[4].supportedProfile[0] = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-harm-reduction-goal"
* rest.resource[4].interaction[0].code = #read
* rest.resource[4].interaction[1].code = #search-type
* rest.resource[4].searchParam[0].name = "goal-direction"
* rest.resource[4].searchParam[0].definition = "https://w3id.org/manypaths/fhir/SearchParameter/ihrp-goal-direction"
* rest.resource[4].searchParam[0].type = #token
* rest.resource[5].type = #AllergyIntolerance
* rest.resource[5].interaction[0].code = #read
* rest.resource[5].interaction[1].code = #search-type
* rest.resource[6].type = #Patient
* rest.resource[6].interaction[0].code = #read
* rest.resource[6].operation[0].name = "substance-profile"
* rest.resource[6].operation[0].definition = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-substance-profile"
* rest.resource[6].operation[0].documentation = "One person, substance by substance, as of any day."
