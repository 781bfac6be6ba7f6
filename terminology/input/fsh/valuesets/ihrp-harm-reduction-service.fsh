ValueSet: IhrpHarmReductionServiceValues
Id: ihrp-harm-reduction-service
Title: "Harm-reduction services"
Description: "Every code of the code system Harm-reduction services."
* insert ValueSetMetadata
* include codes from system IhrpHarmReductionServiceCodes
