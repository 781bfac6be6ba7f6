CodeSystem: IhrpHandoffBusinessStatusCodes
Id: ihrp-handoff-business-status
Title: "Business status of a handoff"
Description: "Where the handoff stands in plain words. A missed visit is a status on the way, never a failure."
* insert CodeSystemMetadata
* #sent "Sent" "The request is on its way."
* #received "Received" "The receiving side has it."
* #contact-tried "Contact tried" "Somebody tried to reach the person."
* #not-yet-reached "Not yet reached" "The person has not been reached; somebody owns the next try."
* #visit-booked "First visit booked" "A first visit is booked."
* #visit-missed "Visit missed" "The person did not come this time; another try follows."
* #visit-kept "First visit kept" "The person came."
* #in-care "In care" "Care goes on at the receiving side."
* #declined-by-person "Declined by the person" "The person does not want this handoff now."
* #overdue "Overdue" "Nobody has answered in time; somebody looks for the person."
