CodeSystem: IhrpRecipientKindCodes
Id: ihrp-recipient-kind
Title: "Recipients of education"
Description: "Who is taught: the person, close people, a group."
* insert CodeSystemMetadata
* #person "The person" "The person themselves."
* #close-person "Close person" "Family, partner or friend."
* #group "Group" "A group of people in care."
* #public "General" "General education that discloses nobody."
