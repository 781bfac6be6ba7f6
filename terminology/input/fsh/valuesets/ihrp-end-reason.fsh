ValueSet: IhrpEndReasonValues
Id: ihrp-end-reason
Title: "Reasons for the end of an episode"
Description: "Every code of the code system Reasons for the end of an episode."
* insert ValueSetMetadata
* include codes from system IhrpEndReasonCodes
