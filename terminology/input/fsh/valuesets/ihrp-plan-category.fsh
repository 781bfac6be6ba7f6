ValueSet: IhrpPlanCategoryValues
Id: ihrp-plan-category
Title: "Kinds of plan"
Description: "Every code of the code system Kinds of plan."
* insert ValueSetMetadata
* include codes from system IhrpPlanCategoryCodes
