Profile: IhrpHandoffDocumentReference
Parent: DocumentReference
Id: ihrp-handoff-document-reference
Title: "Handoff document, as filed"
Description: "Where a handoff document is kept, what it is about and which labels it carries, so that it is found among other documents."
* insert ProfileMetadata
* insert CompliesWith(us-core-documentreference)
* masterIdentifier MS
* identifier MS
* status MS
* docStatus MS
* type 1..1 MS
* type = $loinc#18761-7
* category 1..* MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains handoff 1..1 MS
* category[handoff] = $documentCategory#handoff-document
* category[handoff] ^short = "Marks the document as a handoff"
* subject 1..1 MS
* subject only Reference(Patient)
* date MS
* author MS
* custodian MS
* relatesTo MS
* securityLabel MS
* content MS
* content.attachment MS
* content.attachment.contentType MS
* content.attachment.url MS
* content.attachment.data MS
* content.attachment.hash MS
* content.format MS
* context MS
* context.encounter MS
* context.period MS
* context.related MS
