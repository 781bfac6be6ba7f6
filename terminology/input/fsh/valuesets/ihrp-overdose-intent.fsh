ValueSet: IhrpOverdoseIntentValues
Id: ihrp-overdose-intent
Title: "Intent of an overdose"
Description: "Every code of the code system Intent of an overdose."
* insert ValueSetMetadata
* include codes from system IhrpOverdoseIntentCodes
