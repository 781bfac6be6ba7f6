CodeSystem: IhrpEndReasonCodes
Id: ihrp-end-reason
Title: "Reasons for the end of an episode"
Description: "Why an episode of care ended. Use of a substance is none of them."
* insert CodeSystemMetadata
* #as-planned "Ended as planned" "The work came to its end."
* #moved-on "Moved on" "The person goes on with other care."
* #own-choice "By the person's choice" "The person chose to end it; the door stays open."
* #out-of-contact "Out of contact" "Contact was lost; outreach goes on or was tried."
* #moved-away "Moved away" "The person lives elsewhere now."
* #custody "Custody" "The person was taken into custody."
* #hospital "Hospital" "The person is in hospital."
* #service-ended "Service ended" "The service or its funding ended."
* #programme-decision "Decision of the programme" "The programme ended it; the reason stands in words, and where care goes on."
* #died "Died" "The person died."
