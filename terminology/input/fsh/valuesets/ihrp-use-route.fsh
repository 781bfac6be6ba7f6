ValueSet: IhrpUseRouteValues
Id: ihrp-use-route
Title: "Routes of use"
Description: "Every code of the code system Routes of use."
* insert ValueSetMetadata
* include codes from system IhrpUseRouteCodes
