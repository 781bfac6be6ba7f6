CodeSystem: IhrpRecipientClassCodes
Id: ihrp-recipient-class
Title: "Classes of recipients"
Description: "Classes of recipients that a consent may name instead of single ones."
* insert CodeSystemMetadata
* #treating-providers "Treating providers" "All who treat the person, now or later."
* #payers "Payers" "Health plans and third-party payers."
* #programme-support "Programme support" "People who help to operate the programme."
* #treating-within-intermediary "Treating providers within an intermediary" "Participants of an intermediary who have a treating relationship with the person."
