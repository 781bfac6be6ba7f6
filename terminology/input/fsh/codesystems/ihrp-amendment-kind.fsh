CodeSystem: IhrpAmendmentKindCodes
Id: ihrp-amendment-kind
Title: "Kinds of amendment"
Description: "What the person does by adding words to something said about them."
* insert CodeSystemMetadata
* #correction "Correction" "Something stated is wrong in fact."
* #disagreement "Disagreement" "The person sees it differently."
* #addition "Addition" "Something important to the person is missing."
