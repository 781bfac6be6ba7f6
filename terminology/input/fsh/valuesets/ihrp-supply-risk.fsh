ValueSet: IhrpSupplyRiskValues
Id: ihrp-supply-risk
Title: "Risks in the supply"
Description: "Every code of the code system Risks in the supply."
* insert ValueSetMetadata
* include codes from system IhrpSupplyRiskCodes
