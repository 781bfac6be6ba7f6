ValueSet: IhrpAmbivalenceValues
Id: ihrp-ambivalence
Title: "Balance of ambivalence"
Description: "Every code of the code system Balance of ambivalence."
* insert ValueSetMetadata
* include codes from system IhrpAmbivalenceCodes
