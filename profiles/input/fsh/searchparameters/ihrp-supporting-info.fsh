Instance: ihrp-supporting-info
InstanceOf: SearchParameter
Usage: #definition
Title: "ihrp-supporting-info"
Description: "Finds requests and plans by what they rest on."
* insert SearchMetadata(ihrp-supporting-info)
* name = "IhrpSupportingInfo"
* description = "Finds requests and plans by what they rest on."
* code = #supporting-info
* base[0] = #ServiceRequest
* base[1] = #CarePlan
* type = #reference
* expression = "ServiceRequest.supportingInfo | CarePlan.supportingInfo"
* multipleOr = true
* multipleAnd = true
* modifier[0] = #missing
* modifier[1] = #type
* modifier[2] = #identifier
