ValueSet: IhrpRepresentativeBasisValues
Id: ihrp-representative-basis
Title: "Basis of representation"
Description: "Every code of the code system Basis of representation."
* insert ValueSetMetadata
* include codes from system IhrpRepresentativeBasisCodes
