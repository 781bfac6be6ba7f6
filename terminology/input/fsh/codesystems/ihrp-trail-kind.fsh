CodeSystem: IhrpTrailKindCodes
Id: ihrp-trail-kind
Title: "Kind of an audit entry"
Description: "What an entry of the server's audit trail tells of. It stands beside the type of IHE's audit patterns, which has no word for some of these."
* insert CodeSystemMetadata
* #read "Read" "One record, or one version of it, was given out."
* #search "Search" "Records were found and given out, or none was found."
* #write "Write" "A record was created or changed."
* #delete "Delete" "A record was deleted."
* #refusal "Refusal" "Something was asked for and not carried out, or withheld."
* #token "Token" "An access token was given, refused or revoked."
* #sign-in "Sign-in" "Somebody signed in, out, or tried to."
* #emergency "Emergency" "Records were given out in a medical emergency."
* #export "Export" "Records were given out in a bulk export."
* #operation "Operation" "Another operation was carried out."
* #anchor "Anchor" "The trail names where the chains of other nodes ended."
