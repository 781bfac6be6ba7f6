Instance: ihrp-emergency-access
InstanceOf: OperationDefinition
Usage: #definition
Title: "Declare a medical emergency"
Description: "Opens the records of one person to the asking system for a limited time, for a medical emergency in which the person cannot consent (42 CFR 2.51), and writes who asked, when and why into the record of each programme. The answer is the same whether or not the person is known. The records are then asked for with the purpose ETREAT in the header Purpose-Of-Use. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* url = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-emergency-access"
* insert InstanceMetadata
* name = "IhrpEmergencyAccess"
* title = "Declare a medical emergency"
* description = "Opens the records of one person to the asking system for a limited time, for a medical emergency in which the person cannot consent (42 CFR 2.51), and writes who asked, when and why into the record of each programme. The answer is the same whether or not the person is known. The records are then asked for with the purpose ETREAT in the header Purpose-Of-Use. A server which carries it out lists it in its capability statement; where it is not listed, it is not available."
* kind = #operation
* affectsState = true
* code = #emergency-access
* resource[0] = #Patient
* system = false
* type = true
* instance = false
* parameter[0].name = #patient
* parameter[0].use = #in
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].type = #Identifier
* parameter[0].documentation = "Who is in danger."
* parameter[1].name = #reason
* parameter[1].use = #in
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].type = #string
* parameter[1].documentation = "The nature of the emergency."
* parameter[2].name = #personnel
* parameter[2].use = #in
* parameter[2].min = 1
* parameter[2].max = "1"
* parameter[2].type = #string
* parameter[2].documentation = "The name of the medical personnel who treat."
* parameter[3].name = #until
* parameter[3].use = #out
* parameter[3].min = 1
* parameter[3].max = "1"
* parameter[3].type = #dateTime
* parameter[3].documentation = "Until when the records are open."
* parameter[4].name = #purpose
* parameter[4].use = #out
* parameter[4].min = 1
* parameter[4].max = "1"
* parameter[4].type = #code
* parameter[4].documentation = "The purpose to ask with."
