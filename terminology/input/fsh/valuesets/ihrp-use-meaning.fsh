ValueSet: IhrpUseMeaningValues
Id: ihrp-use-meaning
Title: "Meanings of use"
Description: "Every code of the code system Meanings of use."
* insert ValueSetMetadata
* include codes from system IhrpUseMeaningCodes
