Extension: IhrpConsentStatementExtension
Id: ihrp-consent-statement
Title: "Statement given"
Description: "A statement that the person was given before signing, such as the right to revoke."
* insert ProfileMetadata
* insert ExtensionContext(Consent)
* value[x] 1..1
* value[x] only code
* valueCode from IhrpConsentStatementValues (required)
