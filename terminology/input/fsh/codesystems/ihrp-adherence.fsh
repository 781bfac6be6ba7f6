CodeSystem: IhrpAdherenceCodes
Id: ihrp-adherence
Title: "Taking a medicine"
Description: "How a medicine is taken, as the person tells it."
* insert CodeSystemMetadata
* #as-agreed "As agreed" "Taken as agreed."
* #some-missed "Some doses missed" "Some doses were missed."
* #differently "Taken differently" "Taken in another way than agreed, told by the person."
* #not-started "Not started" "Not started yet."
* #stopped "Stopped" "Stopped by the person."
