ValueSet: IhrpAmendmentKindValues
Id: ihrp-amendment-kind
Title: "Kinds of amendment"
Description: "Every code of the code system Kinds of amendment."
* insert ValueSetMetadata
* include codes from system IhrpAmendmentKindCodes
