ValueSet: IhrpAdherenceValues
Id: ihrp-adherence
Title: "Taking a medicine"
Description: "Every code of the code system Taking a medicine."
* insert ValueSetMetadata
* include codes from system IhrpAdherenceCodes
