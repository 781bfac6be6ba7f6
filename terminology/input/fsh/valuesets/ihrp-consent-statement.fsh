ValueSet: IhrpConsentStatementValues
Id: ihrp-consent-statement
Title: "Statements given"
Description: "Every code of the code system Statements given."
* insert ValueSetMetadata
* include codes from system IhrpConsentStatementCodes
