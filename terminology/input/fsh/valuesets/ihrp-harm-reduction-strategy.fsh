ValueSet: IhrpHarmReductionStrategyValues
Id: ihrp-harm-reduction-strategy
Title: "Harm-reduction strategies"
Description: "Every code of the code system Harm-reduction strategies."
* insert ValueSetMetadata
* include codes from system IhrpHarmReductionStrategyCodes
