CodeSystem: IhrpOverdoseIntentCodes
Id: ihrp-overdose-intent
Title: "Intent of an overdose"
Description: "Whether an overdose was meant."
* insert CodeSystemMetadata
* #unintended "Not intended" "The person did not mean to come to harm."
* #intended "Intended" "The person wanted to end or risk their life."
* #unclear "Unclear" "Not clear, also to the person."
