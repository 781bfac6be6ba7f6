ValueSet: IhrpRecipientClassValues
Id: ihrp-recipient-class
Title: "Classes of recipients"
Description: "Every code of the code system Classes of recipients."
* insert ValueSetMetadata
* include codes from system IhrpRecipientClassCodes
