CodeSystem: IhrpHandoffPartCodes
Id: ihrp-handoff-part
Title: "Parts of a handoff task"
Description: "What goes into a handoff task and what comes out."
* insert CodeSystemMetadata
* #document "Document" "The document that carries the plan."
* #consent "Consent" "The consent on which the handoff rests."
* #first-visit "First visit" "The appointment or encounter of the first visit."
* #outcome "Outcome" "What came of the handoff."
* #feedback "Feedback" "What the receiving side tells the sending side."
