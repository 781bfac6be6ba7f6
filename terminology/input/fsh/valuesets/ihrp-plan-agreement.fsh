ValueSet: IhrpPlanAgreementValues
Id: ihrp-plan-agreement
Title: "Agreement to a plan"
Description: "Every code of the code system Agreement to a plan."
* insert ValueSetMetadata
* include codes from system IhrpPlanAgreementCodes
