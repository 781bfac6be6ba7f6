ValueSet: IhrpRecipientKindValues
Id: ihrp-recipient-kind
Title: "Recipients of education"
Description: "Every code of the code system Recipients of education."
* insert ValueSetMetadata
* include codes from system IhrpRecipientKindCodes
