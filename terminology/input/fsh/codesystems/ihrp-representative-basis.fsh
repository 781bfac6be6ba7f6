CodeSystem: IhrpRepresentativeBasisCodes
Id: ihrp-representative-basis
Title: "Basis of representation"
Description: "On what ground somebody signs for the person."
* insert CodeSystemMetadata
* #parent "Parent" "Parent of a minor, where the law lets a parent consent."
* #guardian "Guardian" "Guardian by order of a court."
* #health-care-agent "Health care agent" "Named by the person in advance."
* #executor "Executor" "Of the estate of a person who died."
* #other "Another basis" "Given in words."
