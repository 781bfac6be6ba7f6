Instance: ihrp-encounter-discharge-disposition
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-encounter-discharge-disposition"
Description: "Finds encounters by where the person went afterwards. As US Core asks."
* insert SearchMetadata(ihrp-encounter-discharge-disposition)
* name = "IhrpEncounterDischargeDisposition"
* description = "Finds encounters by where the person went afterwards. As US Core asks."
* code = #discharge-disposition
* base[0] = #Encounter
* type = #token
* expression = "Encounter.hospitalization.dischargeDisposition"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #not
* modifier[1] = #missing
* modifier[2] = #in
* modifier[3] = #not-in
* modifier[4] = #text
