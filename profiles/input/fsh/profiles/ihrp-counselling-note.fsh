Profile: IhrpCounsellingNote
Parent: DocumentReference
Id: ihrp-counselling-note
Title: "Counselling note"
Description: "A note of what was said in a session, kept apart from the record. It needs a consent of its own and is left out of every document. Plan, stage, goals, medicines and test results do not belong here."
* insert ProfileMetadata
* obeys cn-1
* status MS
* type 1..1 MS
* category 1..* MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains counsellingNote 1..1 MS
* category[counsellingNote] = $documentCategory#counselling-note
* category[counsellingNote] ^short = "Marks the document as a counselling note"
* subject 1..1 MS
* subject only Reference(Patient)
* date MS
* author MS
* custodian MS
* securityLabel 1..* MS
* content MS
* content.attachment MS
* context MS
* context.encounter MS
