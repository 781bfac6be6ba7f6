CodeSystem: IhrpConsentStatementCodes
Id: ihrp-consent-statement
Title: "Statements given"
Description: "Which statements the person was given before signing."
* insert CodeSystemMetadata
* #revocation "Right to revoke" "That and how the consent can be revoked in writing."
* #redisclosure "Redisclosure" "What a recipient may do with the record afterwards."
* #consequences "Consequences of not signing" "What happens, and what does not, when the person does not sign."
* #proceedings "Protection in proceedings" "That the record may not be used against the person in proceedings."
