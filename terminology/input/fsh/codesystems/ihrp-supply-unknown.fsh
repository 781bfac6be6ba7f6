CodeSystem: IhrpSupplyUnknownCodes
Id: ihrp-supply-unknown
Title: "Why the last dose is unknown"
Description: "The reason why the last dose given cannot be told."
* insert CodeSystemMetadata
* #not-given-here "Not given here" "No dose under the order is recorded as given at the sending side."
* #given-elsewhere "Given elsewhere" "The last dose was given elsewhere; the number to verify knows."
* #not-recorded "Not recorded" "It was given, its time was not recorded."
* #withheld "Withheld" "It may not be told."
