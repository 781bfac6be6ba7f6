CodeSystem: IhrpDocumentCategoryCodes
Id: ihrp-document-category
Title: "Kinds of document"
Description: "Kinds of document in this guide."
* insert CodeSystemMetadata
* #counselling-note "Counselling note" "Session notes of counselling which are kept apart from the record."
* #handoff-document "Handoff document" "A document that carries the plan from one place of care to the next."
